"""Steward takes a bureau's spreadsheet to the city's open data portal.

The folder listing is the architecture: `gui` and `commands` are the faces, `tasks` is what a person can do, `readers`,
`queue`, `gateways` and `store` are the edges to files and machines, and the rest is core that knows no window, file,
network or clock. Imports only go down (see `[tool.importlinter]` in pyproject.toml, checked in every test run).
"""

__version__ = "0.1.0"
