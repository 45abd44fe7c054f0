"""The strip at the foot of the window that tells what is being done, how far it is, and lets one stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.labels import Text, strong
from steward.gui.widgets.spacing import column, row
from steward.gui.worker import Job, Worker
from steward.vocabulary.message import Message, say


class ProgressPanel(QFrame):
    """Shown while a job that has a title runs."""

    def __init__(self, worker: Worker) -> None:
        """Watch the worker."""
        super().__init__()
        self.setObjectName("statusArea")
        self._worker = worker
        self._job: Job | None = None
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        layout = row(self, gap="gap")
        layout.setContentsMargins(theme().size("page_margin"), 10, theme().size("page_margin"), 10)
        self._title = strong("")
        self._doing = Text("", tone="muted")
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setMinimumWidth(120)
        self._bar.setMaximumWidth(320)
        self._cancel = secondary_button(tr(say("Cancel")), "close")
        words = column()
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._doing)
        words.addStretch()
        layout.addLayout(words, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._worker.started.connect(self._on_started)
        self._worker.reported.connect(self._on_reported)
        self._worker.ended.connect(self._on_ended)
        self._cancel.clicked.connect(self._on_cancel)

    def _on_started(self, job: Job) -> None:
        if not job.title.text:
            return
        self._job = job
        title = tr(job.title)
        self._title.setText(title)
        self._bar.setAccessibleName(tr(say("Progress: {title}", title=title)))
        self._cancel.setAccessibleName(tr(say("Cancel: {title}", title=title)))
        self._cancel.setEnabled(True)
        self._bar.setValue(0)
        self._doing.setText("")
        self.show()
        announce(self, title)

    def _on_reported(self, job: Job, fraction: float, message: Message) -> None:
        if job is self._job:
            self._bar.setValue(round(fraction * 1000))
            self._doing.setText(tr(message))

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._doing.setText(tr(say("Stopping")))
