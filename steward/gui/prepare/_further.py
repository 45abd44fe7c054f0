"""What is sent beside the first table: each further table with its rows, its changes and what still stands open in it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from steward.gui.prepare._findings import lead_of
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.card import Card
from steward.gui.widgets.error_summary import Lead
from steward.gui.widgets.fact_list import Fact, FactList
from steward.vocabulary.message import say, say_count, verbatim
from steward.workflow.needs import StepName, outstanding, step_of

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench
    from steward.vocabulary.finding import Finding


def further_card(bench: "Workbench", session: Session) -> Card:
    """Return the section of one further table."""
    from steward.tasks.recipe_in_words import recipe_in_words

    card = Card(tr(say("Further table: {sheet}", sheet=verbatim(_sheet(bench)))))
    changes = "\n".join(tr(sentence) for sentence in recipe_in_words(bench.draft.recipe))

    def turn() -> None:
        session.turn_to(bench.draft.id, StepName.COLUMNS.value)

    decisions = say_count("{count} decision", "{count} decisions", len(bench.draft.decisions))
    card.body.addWidget(FactList([
        Fact(label=tr(say("Rows")), value=f"{bench.candidate.height:,}", change=turn),
        Fact(label=tr(say("Columns")), value=", ".join(bench.candidate.names), change=turn),
        Fact(label=tr(say("Changes")), value=changes or tr(say("None")), change=turn),
        Fact(label=tr(say("Your decisions")), value=tr(decisions), change=turn)]))
    return card


def standing(first: "Workbench", further: Sequence["Workbench"]) -> Sequence["Finding"]:
    """Return what stands in the way in any table of the dataset."""
    from steward.tasks.whole_dataset import outstanding_in

    return outstanding_in(first, further)


def further_leads(bench: "Workbench", first: "Workbench", session: Session) -> list[Lead]:
    """Return the ways to what stands open in a further table; each leads to that table."""
    from steward.tasks.whole_dataset import findings_of

    under = tr(say("Table {sheet}", sheet=verbatim(_sheet(bench))))
    return [Lead(text=lead_of(found), follow=partial(_follow, bench.draft.id, found, session), under=under)
            for found in outstanding(bench.draft, findings_of(bench, first))]


def _follow(table: str, finding: "Finding", session: Session) -> None:
    step = step_of(finding)
    page = StepName.COLUMNS if step is StepName.DESCRIBE else step   # of a further table only the columns are described
    session.turn_to(table, page.value, "|".join((finding.key[0], finding.column or "")))


def _sheet(bench: "Workbench") -> str:
    return " ".join((bench.original.provenance.sheet or "").split())
