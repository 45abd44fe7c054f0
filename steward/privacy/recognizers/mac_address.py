"""Hardware addresses of phones and computers. Source: IEEE 802, EUI-48."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("00:1B:44:11:3A:B7", "00-1b-44-11-3a-b7", "001B.4411.3AB7")
NOT_SEEN = ("00:1B:44", "12:30:45", "2024-01-05")
_PAIR = r"[0-9A-Fa-f]{2}"
RECOGNIZER = ByPattern(
    kind="mac_address", family="number",
    core=rf"(?:{_PAIR}:){{5}}{_PAIR}|(?:{_PAIR}-){{5}}{_PAIR}|(?:[0-9A-Fa-f]{{4}}\.){{2}}[0-9A-Fa-f]{{4}}",
    needs=Needs(strong=0.2, weak=0.4, alone=0.6))
