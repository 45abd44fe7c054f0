"""One file per kind of portal, ending in `TARGET`: it has `name` and `title`, and `open(place)` gives a Gateway."""
