"""Words about the columns from a file, and into one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.tasks.dictionaries import ColumnWords
    from steward.tasks.workbench import Workbench


class DictionaryBar(QWidget):
    """Two quiet buttons above the list of columns."""

    found = Signal(object)  # the fields that gained words from a file

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Offer both; `bench` tells which columns there are."""
        super().__init__()
        self._session, self._bench = session, bench
        layout, buttons = column(self, gap="unit"), FlowLayout()
        self._take = link_button(tr(say("Take descriptions from a file…")), "file")
        self._save = link_button(tr(say("Save the dictionary…")), "folder")
        buttons.addWidget(self._take)
        buttons.addWidget(self._save)
        layout.addLayout(buttons)
        self._told = Hint("")
        self._told.hide()
        layout.addWidget(self._told)
        self._take.clicked.connect(self._on_take)
        self._save.clicked.connect(self._on_save)

    def take_from(self, path: Path) -> None:
        """Read a file beside the window and hand over what it says of these columns."""
        from steward.tasks import dictionaries

        house = self._session.house
        self._session.worker.run(lambda _progress: dictionaries.words_from(house, path), then=self._on_read, owner=self)

    def save_to(self, path: Path) -> None:
        """Write the dictionary as it is now."""
        from steward.tasks import dictionaries

        bench = self._session.workbench or self._bench
        self._session.worker.run(lambda _progress: dictionaries.write_words(bench, path),
                                 then=lambda _done: self._tell(say("The dictionary was saved.")), owner=self)

    def _on_read(self, found: "ColumnWords") -> None:
        from steward.tasks import dictionaries, worded

        bench = self._session.workbench or self._bench
        known = {field.column: field for field in bench.draft.fields}
        gained = dictionaries.said_again([known.get(field.column, field) for field in bench.report.fields],
                                         found.of(worded.names_of(bench)))
        self._tell(say_count("{count} column was described from the file.", "{count} columns were described from the file.",
                             len(gained)))
        if gained:
            self.found.emit(gained)

    def _tell(self, message: Message) -> None:
        self._told.setText(tr(message))
        self._told.show()
        announce(self, tr(message))

    def _on_take(self) -> None:
        kinds = tr(say("Dictionaries and schemas (*.csv *.json *.xlsx *.xlsm *.xls *.ods)"))
        name, _kind = QFileDialog.getOpenFileName(self, tr(say("Choose a file that describes the columns")), "", kinds)
        if name:
            self.take_from(Path(name))

    def _on_save(self) -> None:
        kinds = ";;".join((tr(say("Data dictionary (*.csv)")), tr(say("Table Schema (*.json)"))))
        name, _kind = QFileDialog.getSaveFileName(self, tr(say("Save the dictionary")), "dictionary.csv", kinds)
        if name:
            self.save_to(Path(name))
