"""The pages that are open at any time, one file each: home and settings."""
