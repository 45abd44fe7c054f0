"""Fields from the profile, and checks of structure and rules: one file each in `checks/`."""
