"""Keeps the record to what the table still holds: what was read off a column goes with it when the column is left out.

Context: the record of a new draft is filled in before anything is decided, and a word of a column's name, or the days in it,
would be published although the column is left out later. Decision: what Steward filled in follows the table until a person
confirms it; what a person confirmed or typed stays as it is, and is told.
"""

from collections.abc import Iterator
from dataclasses import replace

from steward.metadata.profile import is_blank
from steward.metadata.record import Value
from steward.metadata.suggestions import Suggestion
from steward.metadata.suggestions.keywords import words_of
from steward.table.inference import profile_column
from steward.table.period import day_span
from steward.table.sheet import Column
from steward.tasks.describing import elements, suggestions
from steward.tasks.house import House
from steward.tasks.report import in_order
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

KIND = "metadata-left-out-column"
KEYWORDS, PERIOD = "keywords", ("temporal_start", "temporal_end")


def following_the_table(house: House, before: Workbench, now: Workbench) -> Draft:
    """Return the draft of `now` with the answers that Steward filled in as the changed table gives them.

    An answer that a person confirmed or typed stays, and so does one that was not read off the table.
    """
    draft = now.draft
    if draft.part_of or before.candidate is now.candidate:
        return draft
    old, new = _offers(house, replace(before, draft=draft)), _offers(house, now)
    record = draft.record
    for element in elements(house):
        if element.id in draft.confirmed or element.need == "generated" or not element.is_asked(record):
            continue
        value = _follow(record.value(element.id), old.get(element.id), new.get(element.id))
        record = record.with_value(element.id, without_words(value, _gone(now)) if element.id == KEYWORDS else value)
    return replace(draft, record=record)


def with_left_out(house: House, bench: Workbench) -> Workbench:
    """Return the workbench with what the record still tells of columns that are left out, as a person has confirmed it."""
    labels = {element.id: element.label for element in elements(house)}
    told = [finding for name, finding in _still_told(bench, labels) if name in bench.draft.confirmed]
    if not told:
        return bench
    findings = in_order((*bench.report.findings, *told), bench.candidate)
    return replace(bench, report=replace(bench.report, findings=findings))


def without_words(value: Value, gone: frozenset[str]) -> Value:
    """Return a list without the entries that hold one of some words."""
    return value if isinstance(value, str) else tuple(one for one in value if not gone.intersection(words_of(one)))


def _offers(house: House, bench: Workbench) -> dict[str, Suggestion]:
    return {offer.element: offer for offer in suggestions(house, bench) if offer.fills_in}


def _follow(value: Value, old: Suggestion | None, new: Suggestion | None) -> Value:
    """Return what stands in place of an answer: the new offer where it was the old one, or where there was none to take."""
    was_offered = value == old.value if old is not None else is_blank(value)
    if not was_offered or old == new:
        return value
    return new.value if new is not None else () if isinstance(value, tuple) else ""


def _gone(bench: Workbench) -> frozenset[str]:
    """Return the words that stand in the names of columns that are left out, and nowhere in the others or the title."""
    left = " ".join((*bench.candidate.names, bench.draft.record.title))
    return frozenset(word for column in _left_out(bench) for word in words_of(column.name)) - frozenset(words_of(left))


def _left_out(bench: Workbench) -> list[Column]:
    """Return the columns that are in the table no more, under no other name either."""
    places = {column.position for column in bench.candidate.columns}
    return [column for column in bench.original.columns if column.position not in places]


def _still_told(bench: Workbench, labels: dict[str, str]) -> Iterator[tuple[str, Finding]]:
    record = bench.draft.record
    if without_words(record.keywords, _gone(bench)) != record.keywords:
        yield KEYWORDS, _finding(KEYWORDS, labels[KEYWORDS], say("A keyword is in the name of a column that is left out."),
                                 say("Take it out where it tells of what is not published, or leave it."))
    filled = [name for name in PERIOD if record.value(name)]
    if filled and bench.report.profile.period is None and _had_days(bench):
        yield filled[0], _finding(filled[0], labels[filled[0]],
                                  say("The table tells of no days any more: the columns of dates are left out."),
                                  say("Say from when to when the data is in words that may be public, or take the days out."))


def _had_days(bench: Workbench) -> bool:
    """Return whether a column of dates is left out."""
    return any(day_span(profile_column(column)) is not None for column in _left_out(bench))


def _finding(element: str, label: str, what: Message, next_step: Message) -> Finding:
    return Finding(kind=KIND, tier=Tier.WARN, column=element, count=1, room="metadata", words=Words(
        what=what, where=say("Question {label}.", label=verbatim(label)), next_step=next_step))
