"""What pages are built from: each widget named for screen readers, reached by Tab, and drawn from the theme."""
