"""The whole table to look through, as the bureau and the program's Desk both see it; it changes nothing."""
