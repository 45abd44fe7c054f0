"""A list of findings with their answers: what the privacy and the columns page share."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from steward.gui.prepare._answer import AnswerForm
from steward.gui.prepare._groups import Group, as_one, grouped
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.turns import Turns
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.workflow.needs import is_open

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

Key = tuple[str, str | None]
CARDS_AT_ONCE, CARDS_BEFORE = 8, 2
Describe = Callable[[FindingCard], None]


class FindingList(QWidget):
    """Cards of findings, open ones first, those that say the same of many columns as one. One card shows its answers."""

    answered = Signal(int)  # the place in the list that the answered finding had

    def __init__(self, session: Session, describe: Describe, *, unfolded: Key | None = None) -> None:
        """`describe` adds the page's own evidence to the card that shows its answers; `unfolded` is to show them, if there."""
        super().__init__()
        self._session, self._describe = session, describe
        self._layout = column(self, gap="gap")
        self._cards: dict[Key, FindingCard] = {}
        self._groups: dict[Key, Group] = {}   # in the order in which they are shown
        self._spread: set[Key] = set()        # groups whose single columns are shown
        self._unfolded = unfolded
        self._turns, self._first = Turns(self), 0     # the place of the first card that is shown
        self._more: QPushButton | None = None
        self._bench: Workbench | None = None
        self._findings: tuple[Finding, ...] = ()
        self.summary = ErrorSummary(tr(say("Still to be decided here")))

    def show_findings(self, bench: "Workbench", findings: Sequence[Finding]) -> None:
        """Show the findings as they stand; the first open one shows its answers."""
        self._bench = bench
        self._findings = tuple(sorted(findings, key=lambda found: not is_open(bench.draft, found)))
        self._groups = dict(self._entries())
        if self._unfolded not in self._groups:
            first = next((found for found in self._findings if is_open(bench.draft, found)), None)
            self._unfolded = first.key if first is not None else None
        self._show_around(self._unfolded)

    @property
    def unfolded(self) -> Key | None:
        """Return which finding or group shows its answers."""
        return self._unfolded

    def open_ones(self) -> tuple[Finding, ...]:
        """Return the findings shown here that still stand in the way."""
        if self._bench is None:
            return ()
        return tuple(found for found in self._findings if is_open(self._bench.draft, found))

    def tell_open_ones(self, show_part: Callable[[QWidget], None], further: Sequence[Lead] = ()) -> bool:
        """Bring up the summary with a way to each open finding, and to what the page adds; return whether there is none."""
        leads = [Lead(text=lead_of(found), follow=partial(self.unfold, found.key, show_part)) for found in self.open_ones()]
        leads.extend(further)
        self.summary.show_leads(leads, take_focus=True)
        if leads:
            show_part(self.summary)
        return not leads

    def unfold(self, key: Key, show_part: Callable[[QWidget], None]) -> None:
        """Show the answers of one finding and bring it into sight; the group that it stands in is spread out."""
        if self._bench is None:
            return
        if key not in self._groups:
            holding = (name for name, group in self._groups.items() if key in [found.key for found in group])
            self._spread.update(holding)
        if key not in dict(self._entries()):
            return
        self._unfolded = key
        self.show_findings(self._bench, self._findings)
        show_part(self._built(key))

    def show_again(self) -> None:
        """Show what is left after an answer; the next open finding shows its answers."""
        bench = self._session.workbench
        if bench is None:
            return
        self._unfolded = None
        left = {found.key for found in bench.report.findings}
        self.show_findings(bench, [found for found in self._findings if found.key in left])
        self.summary.hide()

    def card_at(self, place: int) -> FindingCard | None:
        """Return the card that shows its answers, else the one at a place or the last one; None where there is none."""
        if self._unfolded is not None:
            return self._built(self._unfolded)
        self._turns.finish()
        cards = list(self._cards.values())
        return cards[min(max(place - self._first, 0), len(cards) - 1)] if cards else None

    def _entries(self) -> list[tuple[Key, Group]]:
        entries: list[tuple[Key, Group]] = []
        for group in grouped(self._findings):
            key = group[0].key if len(group) == 1 else _group_key(group)
            entries.append((key, group))
            if len(group) > 1 and key in self._spread:
                entries.extend((found.key, (found,)) for found in group)
        return entries

    def _built(self, key: Key) -> FindingCard:
        """Return the card of a finding, which may still wait for its turn, or be none of the few that are shown."""
        for bring in (self._turns.finish, partial(self._show_around, key), self._turns.finish):
            if key not in self._cards:
                bring()
        return self._cards[key]

    def _show_around(self, key: Key | None) -> None:
        """Show a few cards among which is that of a finding; buttons bring those before and after them."""
        self._turns.stop()
        clear(self._layout)
        self._cards, self._more = {}, None
        self._first = _first_shown(list(self._groups), key)
        if self._first:
            self._layout.addWidget(self._earlier_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._add_cards()

    def _add_cards(self) -> None:
        """Add the next few cards; a button brings the rest."""
        keys = list(self._groups)
        start = self._first + len(self._cards)
        self._turns.begin((*(partial(self._add_card, key) for key in keys[start:start + CARDS_AT_ONCE]),
                           partial(self._add_more_button, len(keys) - start - CARDS_AT_ONCE)))

    def _add_card(self, key: Key) -> None:
        self._cards[key] = card = self._card(key, self._groups[key])
        self._layout.addWidget(card)

    def _add_more_button(self, left: int) -> None:
        if left > 0:
            self._more = more = secondary_button(tr(say_count("Show {count} more", "Show {count} more", left)), "add")
            more.clicked.connect(self._on_more)
            self._layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_more(self) -> None:
        keys, shown = list(self._groups), self._first + len(self._cards)
        if self._more is not None:
            self._more.setParent(None)
            self._more.deleteLater()
            self._more = None
        self._add_cards()
        self._built(keys[shown]).setFocus()

    def _earlier_button(self) -> QPushButton:
        earlier = secondary_button(tr(say_count("Show the one before", "Show the {count} before", self._first)), "back")
        earlier.clicked.connect(self._on_earlier)
        return earlier

    def _on_earlier(self) -> None:
        """Show the first few again; those that were in sight follow with "Show more"."""
        first = next(iter(self._groups))
        self._show_around(first)
        self._built(first).setFocus()

    def _card(self, key: Key, group: Group) -> FindingCard:
        bench = self._bench
        assert bench is not None  # noqa: S101  # only called from show_findings
        finding = group[0] if len(group) == 1 else as_one(group)
        decision = next((given for given in bench.draft.decisions if len(group) == 1 and given.key == finding.key), None)
        card = FindingCard(finding, decision=decision, is_open=is_open(bench.draft, finding))
        is_unfolded, place = key == self._unfolded, list(self._groups).index(key)
        if is_unfolded and finding.tier is not Tier.NOTE:
            self._describe(card)
            form = AnswerForm(self._session, bench, group)
            form.answered.connect(lambda: self.answered.emit(place))
            card.add_form(form)
        card.add_actions(*self._actions(key, group, is_decided=decision is not None, is_unfolded=is_unfolded))
        return card

    def _actions(self, key: Key, group: Group, *, is_decided: bool, is_unfolded: bool) -> list[QPushButton]:
        made = []
        if group[0].tier is not Tier.NOTE and not is_unfolded:
            made.append(self._unfold_button(key, group, is_decided=is_decided))
        if len(group) > 1:
            made.append(self._spread_button(key, group))
        elif _is_in_table(group[0]):
            made.append(self._table_button(group[0]))
        return made

    def _unfold_button(self, key: Key, group: Group, *, is_decided: bool) -> QPushButton:
        if is_decided:
            button = link_button(tr(say("Change this decision")))
        else:
            is_asked = group[0].tier in (Tier.BLOCK, Tier.DECIDE)
            button = secondary_button(tr(say("Decide…") if is_asked else say("See what can be done…")))
        button.setAccessibleName(f"{button.text()} {tr(as_one(group).words.what)}")
        button.clicked.connect(lambda: self.unfold(key, lambda card: card.setFocus()))
        return button

    def _table_button(self, finding: Finding) -> QPushButton:
        button = link_button(tr(say("Show in the table")), "search")
        button.setAccessibleName(f"{button.text()}: {tr(finding.words.what)}")
        button.clicked.connect(lambda: self._session.go("table", f"{finding.key[0]}|{finding.column or ''}"))
        return button

    def _spread_button(self, key: Key, group: Group) -> QPushButton:
        is_spread = key in self._spread
        told = (say("Hide the single columns") if is_spread
                else say_count("Show the single column", "Show the {count} columns one by one", len(group)))
        button = link_button(tr(told), "close" if is_spread else "add")
        button.setAccessibleName(f"{button.text()}: {tr(as_one(group).words.what)}")
        button.clicked.connect(lambda: self._on_spread(key))
        return button

    def _on_spread(self, key: Key) -> None:
        if self._bench is None:
            return
        self._spread ^= {key}
        self._groups = dict(self._entries())
        self._show_around(key)
        self._built(key).setFocus()


def _first_shown(keys: list[Key], wanted: Key | None) -> int:
    """Return from which place on cards are shown, so that the wanted one is among them: there may be thousands before it."""
    place = keys.index(wanted) if wanted in keys else 0
    return place - CARDS_BEFORE if place >= CARDS_AT_ONCE else 0


def _is_in_table(finding: Finding) -> bool:
    return finding.room != "metadata" and (finding.column is not None or len(finding.rows) > 0)


def lead_of(finding: Finding) -> str:
    """Return a finding in one line: what it is, and the column where that is not said."""
    what = tr(finding.words.what)
    if finding.column is None or finding.column in what or finding.room == "metadata":
        return what
    return tr(say("Column {column}: {what}", column=finding.column, what=what))


def _group_key(group: Group) -> Key:
    return (f"{group[0].kind} of {group[0].column} and others", None)
