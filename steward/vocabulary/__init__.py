"""The words of the domain as frozen values: what every other room may speak of. Imports nothing of the house."""
