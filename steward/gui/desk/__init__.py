"""gui/desk."""
