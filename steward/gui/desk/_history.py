"""Everything that happened to a submission, the newest first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from steward.gui.desk._moments import shown_moment
from steward.gui.desk._words import EVENTS
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say
from steward.workflow.states import Event, EventType, SubmissionState


def history_card(state: SubmissionState) -> Card:
    """Return the section with the events."""
    card = Card(tr(say("History")))
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().size("gap"))
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(1, 1)
    for place, (event, counts) in enumerate(_newest_first(state)):
        moment = Hint(shown_moment(event.at))
        moment.setWordWrap(False)
        grid.addWidget(moment, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_told(event, counts=counts), place, 1)
    card.body.addWidget(box)
    return card


def _newest_first(state: SubmissionState) -> Iterator[tuple[Event, bool]]:
    every = [*((event, True) for event in state.events), *((event, False) for event in state.passed_over)]
    every.sort(key=lambda pair: pair[0].at)
    return reversed(every)  # not a sort the other way round: of one second, the last one stands first


def _told(event: Event, *, counts: bool) -> QWidget:
    words = QWidget()
    layout = column(words, gap="unit")
    layout.setSpacing(2)
    layout.addWidget(strong(tr(say("{name} {act}", name=event.actor.name, act=_act(event)))))
    if event.text:
        layout.addWidget(Text(event.text))
    if not counts:
        layout.addWidget(Hint(tr(say("This came too late and changed nothing."))))
    return words


def _act(event: Event) -> str:
    if event.type is EventType.SUBMITTED:
        return tr(say("sent revision {revision}", revision=event.revision))
    return tr(EVENTS[event.type])
