"""What counts as a date, an address, a link, a language tag and a box: the strictest reading of the standards we write."""

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.metadata.vocabularies import Vocabularies

_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_BOX = re.compile(r"-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}", re.ASCII)
_ADDRESS = re.compile(r"[A-Za-z0-9_~!$&'*+=.-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+", re.ASCII)
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?", re.ASCII)


def dated(text: str) -> str:
    """Return an ISO date, or nothing where the text is none."""
    return text if _DATE.fullmatch(text) and _is_in_calendar(text) else ""


def linked(text: str) -> str:
    """Return a web address, or nothing where the text is none."""
    return text if _WEB.fullmatch(text) else ""


def is_address(text: str) -> bool:
    """Return whether a text is an e-mail address that every standard takes. Source: DCAT-US 1.1 and RFC 5321 together."""
    return _ADDRESS.fullmatch(text) is not None


def language_tag(text: str) -> str:
    """Return a language tag of RFC 5646, or nothing where the text is none."""
    return text if _LANGUAGE.fullmatch(text) else ""


def bounding_box(spatial: str, vocabularies: "Vocabularies") -> str:
    """Return "west,south,east,north" in degrees, or nothing where the area is not known."""
    area = vocabularies.area(spatial)
    return boxed(area.bbox if area else spatial.replace(" ", ""))


def boxed(box: str) -> str:
    """Return "west,south,east,north" in degrees, or nothing where the text is no such box."""
    if not _BOX.fullmatch(box):
        return ""
    west, south, east, north = (float(edge) for edge in box.split(","))
    return box if -180 <= west <= east <= 180 and -90 <= south <= north <= 90 else ""  # noqa: PLR2004 - the edges of the map


def _is_in_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
