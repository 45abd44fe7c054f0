"""Runs a page's work beside the window, and lets a result fall that comes when the page is gone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from steward.gui.session import Session
from steward.gui.worker import Work
from steward.vocabulary.message import Message
from steward.vocabulary.words import Words


def run_for(view: QWidget, session: Session, work: Work, *, then: Callable[[Any], object], failed: Callable[[Words], object],
            progress: Message | None = None, cancelled: Callable[[], object] | None = None) -> None:
    """Start the work; `then`, `failed` and `cancelled` are told only while the view is there."""
    session.worker.run(work, then=lambda result: then(result) if isValid(view) else None,
                       failed=lambda words: failed(words) if isValid(view) else None, progress=progress,
                       cancelled=lambda: cancelled() if cancelled is not None and isValid(view) else None)
