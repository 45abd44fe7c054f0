"""A place to drop a file on, with a button that does the same for those who do not drag."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import primary_button
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say


class DropZone(QFrame):
    """Takes one file, dropped or chosen."""

    file_chosen = Signal(object)  # Path

    def __init__(self, hint: str) -> None:
        """Show what kind of file is wanted."""
        super().__init__()
        self.setObjectName("dropZone")
        self.setAcceptDrops(True)
        layout = column(self, gap="unit", margin=24)
        self.browse = primary_button(tr(say("&Choose a file…")), "folder")
        self.browse.clicked.connect(self._on_browse)
        layout.addWidget(Picture("upload", "primary", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (strong(tr(say("Drop a file here, or choose one"))), Hint(hint)):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
        layout.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignHCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Take files of this computer only."""
        if self._path_of(event) is not None:
            self._mark(over="yes")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  # Qt's name
        """Look as before."""
        self._mark(over="no")
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Tell of the first file that was dropped."""
        self._mark(over="no")
        if (path := self._path_of(event)) is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)

    def _on_browse(self) -> None:
        if (path := choose_file(self)) is not None:
            self.file_chosen.emit(path)

    def _path_of(self, event: QDropEvent) -> Path | None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return Path(local[0]) if local else None

    def _mark(self, *, over: str) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


def choose_file(parent: QWidget) -> Path | None:
    """Return the table that the person chooses from the folders of this computer; None if they turn back."""
    from steward.tasks.previewing import readable_endings

    endings = " ".join(f"*{ending}" for ending in readable_endings())
    kinds = tr(say("Tables ({endings});;All files (*)", endings=endings))
    name, _kind = QFileDialog.getOpenFileName(parent, tr(say("Choose a file")), _Place.folder or _documents(), kinds)
    _Place.folder = str(Path(name).parent) if name else _Place.folder
    return Path(name) if name else None


class _Place:
    """The folder that a file was last chosen from, for as long as the window is open."""

    folder = ""


def _documents() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())
