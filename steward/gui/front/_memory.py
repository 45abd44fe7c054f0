"""What this computer remembers of how files were read, on the settings page, with the way to forget it."""

from PySide6.QtCore import Qt

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Text
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.words import Words


class MemoryCard(Card):
    """How many kinds of files are remembered, and a button that forgets them all."""

    def __init__(self, session: Session) -> None:
        """Show how many there are."""
        super().__init__(tr(say("Files that come again")),
                         tr(say("Where you changed how a file is read, Steward reads the next file of its shape the same way. "
                                "Only marks are kept for that, on this computer, and no name or cell.")))
        self._session = session
        self._counted = Text("")
        self._told = column()
        self.forget = secondary_button(tr(say("&Forget how files were read")), "trash")
        self.body.addWidget(self._counted)
        self.body.addLayout(self._told)
        self.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.forget.clicked.connect(self._on_forget)
        self._count()

    def _count(self) -> None:
        from steward.tasks.previewing import remembered_count

        count = remembered_count(self._session.house)
        self._counted.setText(tr(_counted(count)))
        self.forget.setEnabled(count > 0)

    def _on_forget(self) -> None:
        from steward.tasks.previewing import forget

        house = self._session.house
        clear(self._told)
        self._session.worker.run(lambda _progress: forget(house), then=lambda _nothing: self._on_forgotten(),
                                 failed=self._on_refused, owner=self)

    def _on_forgotten(self) -> None:
        self._count()
        announce(self, self._counted.text())

    def _on_refused(self, words: Words) -> None:
        self._told.addWidget(notice_of(words))
        announce(self, " ".join(tr(part) for part in (words.what, words.next_step)))


def _counted(count: int) -> Message:
    if not count:
        return say("Nothing is remembered now.")
    return say_count("{count} kind of file is remembered.", "{count} kinds of files are remembered.", count)
