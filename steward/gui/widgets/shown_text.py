"""A cell as it is shown in one line: line breaks as a sign, and blanks that nobody sees made visible on wish."""

BREAKS = str.maketrans({"\n": "⏎", "\r": "⏎", "\v": "⏎", "\f": "⏎", "\u2028": "⏎", "\u2029": "⏎"})
INNER = str.maketrans({"\u00a0": "⍽", "\t": "→", "\u200b": "¦", "\u202f": "⍽", "\ufeff": "¦", "\u00ad": "¦"})


def in_one_line(text: str, *, reveal: bool = False) -> str:
    """Return the text in one line; with `reveal` leading and trailing blanks, tabs and non-breaking blanks are seen."""
    shown = text.replace("\r\n", "⏎")
    if reveal:
        bare = shown.lstrip(" ")
        shown = "·" * (len(shown) - len(bare)) + bare
        bare = shown.rstrip(" ")
        shown = (bare + "·" * (len(shown) - len(bare))).translate(INNER)
    return shown.translate(BREAKS)
