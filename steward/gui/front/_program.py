"""The program on the settings page: its queue and portal, how one joins it, begins a new one, or goes back to practice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.spacing import clear, column, row
from steward.vocabulary.message import say
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.house import House


class ProgramCard(Card):
    """Where submissions go. Nothing changes before a button is pressed, and the folder is looked into first."""

    joined = Signal(object)  # House
    left = Signal(object)    # House

    def __init__(self, session: Session) -> None:
        """Show the program as the settings have it."""
        super().__init__(tr(say("The program")))
        self._session = session
        self._build(session.house)

    def _build(self, house: "House") -> None:
        self._told = column()
        self.body.addWidget(_standing(house))
        self.body.addLayout(self._told)
        self._queue, self._portal = line_edit(house.settings.queue_folder), line_edit(house.settings.portal_folder)
        self._queue_row = FormRow(tr(say("Folder of the program's &queue")), self._queue,
                                  help_text=tr(say("A shared folder. The coordinator of the program tells you where it is.")))
        portal = FormRow(tr(say("Folder of the &portal")), self._portal, mark=tr(say("Coordinators only")),
                         help_text=tr(say("Where approved data is published. Leave it empty if you only send.")))
        self.body.addWidget(self._with_browse(self._queue_row, self._queue))
        self.body.addWidget(self._with_browse(portal, self._portal))
        self.body.addLayout(self._build_acts(house))
        self.body.addWidget(self._build_founding())

    def _with_browse(self, form_row: FormRow, field: QLineEdit) -> QWidget:
        box = QWidget()
        line = row(box)
        line.addWidget(form_row, 1)
        browse = secondary_button(tr(say("Browse…")), "folder")
        browse.setAccessibleName(tr(say("Browse: {label}", label=form_row.label_text.replace("&", ""))))
        browse.clicked.connect(partial(self._on_browse, field))
        line.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        return box

    def _build_acts(self, house: "House") -> QHBoxLayout:
        line = row()
        join = secondary_button(tr(say("&Work with this queue")), "check")
        join.clicked.connect(self._on_join)
        line.addWidget(join)
        if not house.is_practice:
            leave = secondary_button(tr(say("Go back to p&ractice")), "practice")
            leave.clicked.connect(self._on_leave)
            line.addWidget(leave)
        self._toggle = link_button(tr(say("Begin a new queue…")), "add")
        self._toggle.clicked.connect(self._on_toggled)
        line.addWidget(self._toggle)
        line.addStretch(1)
        return line

    def _build_founding(self) -> QWidget:
        self._founding = QWidget()
        layout = column(self._founding, gap="unit")
        self._program = line_edit()
        self._program_row = FormRow(
            tr(say("Name of the program")), self._program,
            help_text=tr(say("For coordinators, once: the empty folder above becomes the queue that all bureaus send to.")))
        found = secondary_button(tr(say("Make this folder the queue")), "check")
        found.clicked.connect(self._on_found)
        layout.addWidget(self._program_row)
        layout.addWidget(found, 0, Qt.AlignmentFlag.AlignLeft)
        self._founding.hide()
        return self._founding

    def _on_toggled(self) -> None:
        self._founding.setVisible(self._founding.isHidden())
        if not self._founding.isHidden():
            self._program.setFocus()

    def _on_browse(self, field: QLineEdit) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr(say("Choose a folder")), field.text())
        if folder:
            field.setText(folder)

    def _on_join(self) -> None:
        from steward.tasks.program import join_program

        house, portal = self._session.house, self._portal_folder()
        if (queue := self._queue_folder()) is not None:
            self._run(lambda: join_program(house, queue, portal))

    def _on_found(self) -> None:
        from steward.tasks.program import found_program

        house, portal, name = self._session.house, self._portal_folder(), " ".join(self._program.text().split())
        self._program_row.show_problem("" if name else tr(say("Type the name; it stands on what bureaus send.")))
        if (queue := self._queue_folder()) is None:
            return
        if not name:
            self._program.setFocus()
            return
        self._run(lambda: found_program(house, queue, name, portal))

    def _on_leave(self) -> None:
        from steward.tasks.program import leave_program

        house = self._session.house
        self._session.worker.run(lambda _progress: leave_program(house), then=self.left.emit, failed=self._on_refused,
                                 owner=self)

    def _run(self, work: Callable[[], "House"]) -> None:
        clear(self._told)
        self._session.worker.run(lambda _progress: work(), then=self.joined.emit, failed=self._on_refused, owner=self,
                                 progress=say("Looking into the queue's folder"))

    def _on_refused(self, words: Words) -> None:
        clear(self._told)
        self._told.addWidget(notice_of(words))
        self._queue.setFocus()
        announce(self, " ".join(tr(part) for part in (words.what, words.next_step)))

    def _queue_folder(self) -> Path | None:
        text = self._queue.text().strip()
        self._queue_row.show_problem("" if text else tr(say("Choose the folder first.")))
        if not text:
            self._queue.setFocus()
        return Path(text).expanduser().absolute() if text else None

    def _portal_folder(self) -> Path | None:
        text = self._portal.text().strip()
        return Path(text).expanduser().absolute() if text else None


def _standing(house: "House") -> Notice:
    if house.is_practice:
        return Notice(tr(say("This is practice.")),
                      tr(say("Queue and portal are folders of this computer. What you send now stays in practice for good; "
                             "once you work with the program's queue, you send to the program as new.")), picture="practice")
    name = house.settings.program or tr(say("the program"))
    return Notice(tr(say("You work with {program}.", program=name)),
                  tr(say("What you send goes to its queue, where its coordinators see it. The practice queue stays as it "
                         "is and comes back when you practice again.")), picture="published")
