"""Asks for the record, fills in what is already known, and checks whether the answers make sense."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from steward.disk.patience import LONGEST_WAIT, answer_of
from steward.metadata.alternatives import alternatives
from steward.metadata.checks import KnownDataset
from steward.metadata.covered import Covered, covered
from steward.metadata.examine import examine
from steward.metadata.guide import GuideQuestion
from steward.metadata.improvements import improvements
from steward.metadata.profile import Element, Group, is_blank
from steward.metadata.record import Record, Value
from steward.metadata.suggestions import Suggestion, SuggestionContext, generated, suggest
from steward.metadata.vocabularies import Bureau, Term
from steward.metadata.without_data import completed
from steward.privacy.reasons import kind_words
from steward.privacy.texts import spot_texts
from steward.table.kinds import kinds, neighborhoods
from steward.table.profile import TableProfile
from steward.tasks.column_words import examine_words
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.other_datasets import other_datasets
from steward.tasks.report import CheckReport, in_order
from steward.tasks.vocabulary import description_guide, metadata_profile, vocabularies
from steward.tasks.vocabulary import neighborhoods as city_neighborhoods
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

__all__ = ["GuideQuestion", "Suggestion", "answer", "asked_groups", "choices", "dates", "elements", "examine_record",
           "first_record", "further_answers", "groups", "guide_questions", "guided_text", "improvements", "offer_key",
           "practice_record", "private_details", "suggestions", "unconfirmed", "with_confirmed", "with_record_findings"]

DAMAGED_DAYS = frozenset(("excel-date", "default-date"))   # kinds of findings on days that nobody typed
FILLED_IN_FIRST = (("title", "publisher"), ("keywords",))   # others follow from them, and are offered again as filled in
OF_AN_OFFICE = frozenset(("home_address", "zip_code"))   # kinds that say where an office is, too
_REACHED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)")


def elements(_house: House) -> tuple[Element, ...]:
    """Return the questions in the order of asking."""
    return metadata_profile().elements


def groups(_house: House) -> tuple[Group, ...]:
    """Return the groups of questions, each a short page."""
    return metadata_profile().groups


def asked_groups(house: House, draft: Draft) -> tuple[Group, ...]:
    """Return the groups in which something is asked about this draft."""
    asked = {element.group for element in elements(house) if element.is_asked(draft.record)}
    return tuple(group for group in groups(house) if group.id in asked)


def choices(_house: House, vocabulary: str) -> tuple[tuple[str, str], ...]:
    """Return the words to choose from: what is stored and what is shown."""
    return tuple((term.id, _shown(term)) for term in vocabularies().choices(vocabulary))


def _shown(term: Term) -> str:
    """Return a word as it is shown; a bureau with its letters, by which most people know it."""
    letters = term.abbreviation if isinstance(term, Bureau) else ""
    return f"{term.label} ({letters})" if letters and letters not in term.label else term.label


def answer(_house: House, draft: Draft, element: str, value: Value) -> Draft:
    """Return the draft with one question answered. Raises: KeyError for an unknown element."""
    is_needed = element == "data_status" and not draft.has_table and not value  # without data it must say why
    return draft if is_needed else draft.with_answer(element, value)


def unconfirmed(_house: House, draft: Draft) -> tuple[Element, ...]:
    """Return the questions whose answers Steward filled in and that nobody has confirmed or typed yet."""
    return tuple(element for element in metadata_profile().elements if element.is_asked(draft.record)
                 and element.id not in draft.confirmed and not is_blank(draft.record.value(element.id)))


def guide_questions(_house: House, draft: Draft) -> tuple[tuple[GuideQuestion, str], ...]:
    """Return the questions that help to write the description, each with its answer so far.

    Where none was given yet, the record's answer to the same thing is shown; nothing of it is stored before the person types.
    """
    given = dict(draft.guided)
    return tuple((question, given.get(question.id, "" if given else _of_record(draft.record, question)))
                 for question in description_guide().questions)


def _of_record(record: Record, question: GuideQuestion) -> str:
    value = record.value(question.element) if question.element else ""
    return value if isinstance(value, str) and "\n" not in value else ""


def guided_text(_house: House, answers: Mapping[str, str]) -> str:
    """Return the description that answers make."""
    return description_guide().text(answers)


def with_confirmed(house: House, draft: Draft) -> Draft:
    """Return the draft with every answer that stands in it confirmed by the person who has them all in view."""
    return replace(draft, confirmed=(*draft.confirmed, *(element.id for element in unconfirmed(house, draft))))


def suggestions(house: House, bench: Workbench) -> tuple[Suggestion, ...]:
    """Return what is offered for the record, each with why."""
    profile = fit_to_tell(bench.report.profile, bench.report.findings)
    return _wanted(bench.draft, suggest(_context(house, bench.draft, profile)))


def fit_to_tell(profile: TableProfile, findings: Iterable[Finding]) -> TableProfile:
    """Return the profile without the columns in which something private or damaged days were found.

    What is read off the table for the record is published even where the column is left out later: of birth dates it would be
    the days on which the oldest and the youngest person were born. Days that a spreadsheet made of months tell a wrong period.
    """
    unfit = {found.column for found in findings if found.kind in DAMAGED_DAYS
             or (found.room == "privacy" and found.tier in (Tier.BLOCK, Tier.DECIDE))}
    columns = tuple(one for one in profile.columns if one.name not in unfit)
    return profile if len(columns) == len(profile.columns) else replace(profile, columns=columns)   # which knows what it told


def offer_key(element: str, value: Value) -> str:
    """Return the key under which a draft remembers that an offered answer was dismissed."""
    return f"answer {element} {_as_one(value)}"


def _wanted(draft: Draft, offers: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the offers that the person did not dismiss."""
    return tuple(offer for offer in offers if offer_key(offer.element, offer.value) not in draft.passed_over)


def further_answers(house: House, bench: Workbench) -> tuple[Suggestion, ...]:
    """Return what a person may choose instead, or add to a list, each with why.

    Words of cells are among them only where they stand in many rows of a column in which nothing private was found.
    """
    profile, found = bench.report.profile, bench.report.findings
    private = {finding.column for finding in found if finding.room == "privacy" and finding.column is not None}
    blocked = {finding.column for finding in found if finding.column is not None and finding.tier is Tier.BLOCK}
    context = replace(_context(house, bench.draft, profile), kinds=_spoken_of_none(house, kinds(profile.columns, private)),
                      neighborhoods=neighborhoods(profile.columns, blocked))
    return _wanted(bench.draft, alternatives(context))


def _spoken_of_none(house: House, found: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the columns none of whose values is known as private to a recognizer."""
    texts = [text for _column, values in found for text in values]
    spotted = {texts[place] for place, _kind in spot_texts(texts, knowledge(house))}
    return tuple((column, values) for column, values in found if not spotted & set(values))


def first_record(house: House, draft: Draft, profile: TableProfile) -> Record:
    """Return the record of a new draft, filled in with what is offered; the person looks each of them through."""
    record, every = draft.record, tuple(element.id for element in metadata_profile().elements if element.need != "generated")
    for elements_now in (*FILLED_IN_FIRST, every):
        offers = suggest(_context(house, replace(draft, record=record), profile))
        for offer in (offer for offer in offers if offer.fills_in and offer.element in elements_now):
            if metadata_profile().element(offer.element).is_asked(record) and not record.value(offer.element):
                record = record.with_value(offer.element, offer.value)
    return record


def complete_record(house: House, draft: Draft, profile: TableProfile) -> Record:
    """Return the record with what nobody is asked for, such as its identifier, made from the answers."""
    record = generated(_context(house, draft, profile))
    return completed(record, metadata_profile(), vocabularies(), house.clock.today())


def examine_record(house: House, record: Record, profile: TableProfile,
                   others: Sequence[KnownDataset] = ()) -> tuple[Finding, ...]:
    """Return what stands against a record: missing answers, answers without sense, private details in them.

    `others` are the datasets that it may have been taken from, or be the same as.
    """
    found = examine(record, metadata_profile(), vocabularies(), dates(profile), today=house.clock.today(),
                    file_name=profile.sheet.provenance.file_name, step_days=profile.step_days, box=profile.box,
                    others=tuple(others), has_table=bool(profile.sheet.names), city=city_neighborhoods(),
                    covered=neighborhoods_covered(profile))
    return (*found, *private_details(house, record))


def with_record_findings(house: House, report: CheckReport, record: Record,
                         others: Sequence[KnownDataset] = ()) -> CheckReport:
    """Return the report with the findings on the record made anew; the others stay as they are."""
    kept = tuple(found for found in report.findings if found.room != "metadata")
    findings = (*kept, *examine_record(house, record, report.profile, others), *examine_words(report.fields))
    return replace(report, findings=in_order(findings, report.profile.sheet))


def dates(profile: TableProfile) -> tuple[str, str] | None:
    """Return the first and last day in the columns of dates, ISO 8601; None where there is no such column."""
    return (profile.period[0].isoformat(), profile.period[1].isoformat()) if profile.period is not None else None


def neighborhoods_covered(profile: TableProfile) -> Covered:
    """Return the neighborhoods of the city's list that the table tells of."""
    return covered(profile.columns, city_neighborhoods())


def _context(house: House, draft: Draft, profile: TableProfile) -> SuggestionContext:
    source, settings = profile.sheet.provenance, house.settings
    return SuggestionContext(
        record=draft.record, profile=metadata_profile(), vocabularies=vocabularies(), file_name=source.file_name,
        sheet_name=source.sheet or "", columns=profile.sheet.names, row_names=profile.row_names, dates=dates(profile),
        step_days=profile.step_days, box=profile.box, others=other_datasets(house, draft), draft_id=draft.id,
        city=city_neighborhoods(), covered=neighborhoods_covered(profile),
        guided=description_guide().element_answers(dict(draft.guided)),
        file_changed=_day_saved(draft.source.path), today=house.clock.today(), bureau=settings.bureau,
        person_name=settings.name, contact_name=settings.contact_name, contact_email=settings.contact_email)


def _day_saved(path: str) -> str:
    """Return the day on which a file was saved last, ISO 8601; empty where it cannot be told."""
    if not path:
        return ""
    try:
        return datetime.fromtimestamp(answer_of(Path(path).stat, LONGEST_WAIT).st_mtime).astimezone().date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def private_details(house: House, record: Record) -> tuple[Finding, ...]:
    """Return a finding for each published text of the record that holds what the recognizers know as private."""
    asked = [element for element in metadata_profile().elements
             if element.is_published and element.control in ("text", "long_text", "list") and not element.vocabulary]
    texts = [_looked_at(element, record) for element in asked]
    known = knowledge(house)
    return tuple(_detail(asked[place], kind, known.policy.tier(kind)) for place, kind in spot_texts(texts, known)
                 if not (asked[place].is_public_contact and kind in OF_AN_OFFICE))


def _looked_at(element: Element, record: Record) -> str:
    """Return the text of an answer in which private details are looked for: not in how an office is reached."""
    text = _as_one(record.value(element.id))
    return _REACHED.sub(" ", text) if element.is_public_contact else text


def _as_one(value: Value) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _detail(element: Element, kind: str, tier: Tier) -> Finding:
    """Return what a text of the record gives away; what may never be public must come out of it."""
    is_never_public = tier is Tier.BLOCK
    next_step = (say("Take them out. They may not be published, whatever the reason.") if is_never_public
                 else say("Take them out, or say why they are meant to be public."))
    return Finding(kind=f"metadata-{kind}", tier=Tier.BLOCK if is_never_public else Tier.DECIDE, column=element.id, count=1,
                   room="metadata", words=Words(what=say("This answer seems to hold {things}.", things=kind_words(kind)),
                                                where=say("Question {label}.", label=verbatim(element.label)),
                                                next_step=next_step))


PRACTICE_TEXTS = {
    "title": "Practice dataset",
    "description": "A practice submission, made to see how a table goes from a spreadsheet to the portal. Nobody relies on it.",
    "contact_name": "Practice mailbox", "contact_email": "practice@example.org", "data_steward": "Practice Clerk",
    "system_owner": "Practice Clerk", "purpose": "To practice.", "granularity": "row of the practice table",
    "source_system": "A spreadsheet", "rights": "Practice only.",
}


def practice_record(house: House, bench: Workbench) -> Record:
    """Return the record with every question that must be answered filled in for practice; real answers stay."""
    record, today = bench.draft.record, house.clock.today()
    span = dates(bench.report.profile) or (today, today)
    for element in metadata_profile().elements:
        if element.is_required(record, has_dates=True) and is_blank(record.value(element.id)):
            record = record.with_value(element.id, _practice_answer(element, today, span))
    return record


def _practice_answer(element: Element, today: str, span: tuple[str, str]) -> Value:
    first = vocabularies().choices(element.vocabulary)[0].id if element.vocabulary else ""
    if element.control == "list":
        return (first or "practice dataset",)
    if first:
        return first
    if element.control == "date":
        return {"temporal_start": span[0], "temporal_end": span[1]}.get(element.id, today)
    return PRACTICE_TEXTS.get(element.id, "Practice answer.")
