"""What a page is: one file in gui/front, gui/prepare or gui/desk that ends in `PAGE`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.discovery import discover
from steward.vocabulary.message import Message

if TYPE_CHECKING:
    from steward.gui.session import Session
    from steward.gui.widgets.page_view import PageView

FOLDERS = ("front", "prepare", "desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the window. `build` makes its view the first time it is shown."""

    order: int                                   # place within its folder
    name: str                                    # "privacy"; what `session.go` takes
    title: Message                               # in the side list and the window's title
    build: "Callable[[Session], PageView]"
    icon: str = "file"                           # name in resources/icons
    is_listed: bool = True                       # False: reached from another page only
    under: str = ""                              # name of the listed page it belongs to, marked while this one is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A wish to see a page, and what of it: a submission's id, a column, an element."""

    page: str
    subject: str = ""


def pages(folder: str) -> tuple[Page, ...]:
    """Return the pages of one folder in their order. Raises: NothingDiscovered if a part of the program is missing."""
    found: tuple[Page, ...] = discover(f"steward.gui.{folder}", "PAGE")
    return tuple(sorted(found, key=lambda page: page.order))
