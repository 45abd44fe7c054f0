"""What is published: each dataset with its version, since when, and when its next update is due."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from steward.gui.desk._list_page import ListPage, Part
from steward.gui.desk._loading import Listing, load_published
from steward.gui.desk._moments import shown_day
from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.list_row import fill_line
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.tag import Tag
from steward.vocabulary.message import Message, say

if TYPE_CHECKING:
    from steward.tasks.publishing import PublishedDataset

PARTS = (
    Part(name="all", label=say("Everything published"), holds=lambda _item: True),
    Part(name="overdue", label=say("Update overdue"), holds=lambda known: known.is_overdue),
)


class Published(ListPage):
    """Every published dataset on a line of its own."""

    def work(self) -> Callable[..., "Listing[PublishedDataset]"]:
        """Return what looks the datasets up."""
        return load_published

    def parts(self) -> Sequence[Part]:
        """Return everything, and what is overdue."""
        return PARTS

    def line(self, known: "PublishedDataset") -> QFrame:
        """Return one dataset as a line."""
        line = QFrame()
        version = tr(say("version {version}", version=known.version)) if known.version else ""
        lines = [" · ".join(part for part in (known.bureau, known.identifier, version) if part),
                 tr(say("Published on {day}", day=shown_day(str(known.published))))]
        due, tone, picture = _due(known)
        line.setAccessibleName(". ".join((known.title, tr(due), *lines)))
        fill_line(line, known.title, lines, Tag(tr(due), tone, picture))
        return line

    def nothing(self, part: Part) -> EmptyState:
        """Return why there is nothing here."""
        if part.name == "overdue" and self.listing is not None and self.listing.items:
            return EmptyState(tr(say("No update is overdue.")), picture="check")
        to_queue = secondary_button(tr(say("Go to the queue")), "desk")
        to_queue.clicked.connect(lambda: self.session.go("queue"))
        return EmptyState(tr(say("Nothing is published yet.")), tr(say("An approved submission is published from the queue.")),
                          picture="published", action=to_queue)


def _due(known: "PublishedDataset") -> tuple[Message, str, str]:
    if known.due is None:
        return say("No update promised"), "", "calendar"
    day = shown_day(str(known.due))
    if known.is_overdue:
        return say("Overdue since {day}", day=day), "caution", "caution"
    return say("Next update due {day}", day=day), "", "calendar"


def build(session: Session) -> PageView:
    """Return the page."""
    return Published(session, title=say("Published"), is_wide=True,
                     lead=say("Datasets on the portal, and when their next update is due."))


PAGE = Page(order=30, name="published", title=say("Published"), icon="published", build=build)
