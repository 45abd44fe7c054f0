"""Seals a draft into a Data Manifest: nothing is sealed while something stands open."""


