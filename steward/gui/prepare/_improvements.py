"""A short list of what would make the description better, the most useful thing first; each line leads to its question."""

from collections.abc import Callable, Sequence
from functools import partial

from steward.gui.text import tr
from steward.gui.widgets.buttons import LongLink
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count

UNANSWERED = "metadata-recommended"
MOST = 4  # at a time: a long list is not begun


class ImprovementCard(Card):
    """Hidden while there is nothing to say."""

    def __init__(self, follow: Callable[[str], object]) -> None:
        """`follow` leads to the question of an id."""
        super().__init__(tr(say("What would make it better")), tr(say("None of it must be done. The most useful comes first.")))
        self._follow = follow
        self._shown: tuple[Finding, ...] | None = None
        self._list = column(gap="unit")
        self.body.addLayout(self._list)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the first few; a list that is the same stays as it is, with the focus in it."""
        if self._shown == tuple(findings):
            return
        self._shown = tuple(findings)
        clear(self._list)
        for found in findings[:MOST]:
            link = LongLink(_line(found))
            link.clicked.connect(partial(self._follow, found.column or ""))
            self._list.addWidget(link)
        if (left := len(findings) - MOST) > 0:
            self._list.addWidget(Hint(tr(say_count("{count} more after these.", "{count} more after these.", left))))
        self.setVisible(bool(findings))


def _line(finding: Finding) -> str:
    """Return what to do in one line; a question without an answer is named by its sentence already."""
    words = finding.words
    parts = (words.what,) if finding.kind == UNANSWERED else (words.where, words.what, words.next_step)
    return " ".join(tr(part) for part in parts)
