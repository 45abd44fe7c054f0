"""gui/prepare."""
