"""The folder that the installer packs."""
