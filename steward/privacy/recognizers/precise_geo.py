"""Coordinates of four and more decimals (about ten meters). Source: decimal degrees; OGC 06-103r4 for "POINT (x y)"."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("-122.676483", "45.51223", "POINT (-122.67648 45.51223)", "(45.51223, -122.67648)", "7644321.25")
NOT_SEEN = ("45.512", "12.5", "-122.7", "downtown", "1984")
_DEGREES = r"[-+]?[0-9]{1,3}\.[0-9]{4,}"
RECOGNIZER = ByPattern(
    kind="precise_geo", family="place",
    core=rf"{_DEGREES}|(?i:point ?z?m? ?\(){_DEGREES} {_DEGREES}(?: [-0-9.]+)*\)"
         rf"|[\[(]?{_DEGREES}[,; ]+ ?{_DEGREES}[\])]?|[67][0-9]{{5,6}}(?:\.[0-9]+)?",
    cue=rf"{_DEGREES}[,; ]+ ?{_DEGREES}|^\s*-1[0-2][0-9]\.[0-9]{{5,}}\s*$|^\s*4[2-6]\.[0-9]{{5,}}\s*$",
    left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.4, weak=0.6, alone=0.9))
