"""The list of what still has to be done on a page, at its top: it takes the focus, and each line leads to its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import LongLink, secondary_button
from steward.gui.widgets.labels import SectionHeading, Text, strong
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import say_count

LEADS_AT_ONCE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One line of the summary: what is to be done, and the way there."""

    text: str
    follow: Callable[[], object]
    under: str = ""   # the heading it stands under, where the list has parts


class ErrorSummary(QFrame):
    """A framed list of links; hidden while there is nothing."""

    def __init__(self, heading: str) -> None:
        """Keep the heading; `show_leads` brings the box up."""
        super().__init__()
        self.setObjectName("errorSummary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = heading
        self._layout = column(self, gap="unit", margin=theme().size("card_padding"))
        self._layout.setSpacing(2)
        self.hide()

    def show_leads(self, leads: Sequence[Lead], *, take_focus: bool = False) -> None:
        """Show one link for each open thing; with none the box goes away. To be called once the box is on its page."""
        clear(self._layout)
        if not leads:
            self.hide()
            return
        self.setAccessibleName(self._heading)
        self.setAccessibleDescription(" ".join(lead.text for lead in leads[:LEADS_AT_ONCE]))
        self._layout.addWidget(SectionHeading(self._heading))
        self._add(leads, 0)
        self.show()
        if take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{self._heading} {len(leads)}")

    def _add(self, leads: Sequence[Lead], start: int) -> LongLink | None:
        """Add the next few links, and return the first of them; a button brings the rest, of which there may be thousands."""
        first = None
        for place in range(start, min(start + LEADS_AT_ONCE, len(leads))):
            lead = leads[place]
            if lead.under and (not place or leads[place - 1].under != lead.under):
                self._layout.addWidget(strong(lead.under))
            link = LongLink(lead.text)
            link.clicked.connect(lead.follow)
            self._layout.addWidget(link)
            first = first or link
        if (left := len(leads) - start - LEADS_AT_ONCE) > 0:
            more = secondary_button(tr(say_count("Show {count} more", "Show {count} more", left)), "add")
            more.clicked.connect(lambda: self._on_more(more, leads, start + LEADS_AT_ONCE))
            self._layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return first

    def _on_more(self, more: QPushButton, leads: Sequence[Lead], start: int) -> None:
        first = self._add(leads, start)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        more.setParent(None)
        more.deleteLater()


def problem_text(text: str) -> Text:
    """Return the sentence shown right beside a field, in the words of its line in the summary."""
    return Text(text, tone="stop")
