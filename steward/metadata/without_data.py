"""A dataset that is cataloged without its data: what the catalog says in the place of a file.

Context: the city's data is open by default, so a refusal must be seen (Ordinance 188356). Decision: the record itself says that
no data goes with it; nothing of a file is in it, and what a file would answer is not asked. DCAT-US 1.1 has one place for it,
"rights", of at most 255 characters; what does not fit there closes the description, so that no catalog keeps half a reason.
"""

from steward.metadata.profile import LIST_ELEMENTS, MetadataProfile
from steward.metadata.record import Record
from steward.metadata.vocabularies import Vocabularies

LONGEST_DESCRIPTION = 10_000   # characters, of DCAT-US 1.1 as data.gov's harvester validates it
ELEMENTS = ("data_status", "status_reason", "legal_basis", "how_to_ask", "expected")
FROM_STATUS = ("access_level", "rights", "modified")   # nobody is asked for them where there is no data


def sentences(record: Record, words: Vocabularies) -> tuple[str, ...]:
    """Return what the catalog says in the place of the data: what was decided, the law, how to ask, when, and why."""
    status = words.data_status(record.data_status)
    citations = ", ".join(words.citations(record.legal_basis))
    told = (status.sentence if status else "", f"Legal basis: {citations}." if citations else "",
            _labelled("How to ask for it", record.how_to_ask), _labelled("Expected", record.expected),
            _labelled("Why", record.status_reason))
    return tuple(sentence for sentence in told if sentence)


def rights_within(record: Record, words: Vocabularies, longest: int) -> str:
    """Return as many whole sentences as fit into so many characters, the first ones first."""
    kept = ""
    for sentence in sentences(record, words):
        joined = f"{kept} {sentence}".strip()
        kept = joined if len(joined) <= longest else kept
    return kept


def described(record: Record, words: Vocabularies, longest: int) -> str:
    """Return the description, with the sentences at its end where rights of so many characters cannot hold them.

    It is never longer than LONGEST_DESCRIPTION: the description is cut first, then the sentences.
    """
    text, statement = record.description.strip(), " ".join(sentences(record, words))
    if not record.data_status or len(statement) <= longest:
        return _cut(text, LONGEST_DESCRIPTION)
    statement = _cut(statement, LONGEST_DESCRIPTION)
    return f"{_cut(text, LONGEST_DESCRIPTION - len(statement) - 2)}\n\n{statement}".strip()


def completed(record: Record, profile: MetadataProfile, words: Vocabularies, today: str) -> Record:
    """Return the record with nothing that is not asked about it, and without data with what follows from the decision."""
    for element in profile.elements:
        if element.asked_when is not None and not element.is_asked(record):
            record = record.with_value(element.id, () if element.id in LIST_ELEMENTS else "")
    status = words.data_status(record.data_status)
    if status is None:
        return record
    told = {"access_level": status.access_level, "rights": " ".join(sentences(record, words)), "modified": today}
    for name in FROM_STATUS:
        record = record.with_value(name, told[name])
    return record


def with_data(record: Record) -> Record:
    """Return the record of a dataset whose data comes now, so that what was said in its place is asked anew."""
    if not record.data_status:
        return record
    for name in (*ELEMENTS, *FROM_STATUS):
        record = record.with_value(name, () if name in LIST_ELEMENTS else "")
    return record


def _cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters; a sign at its end says that there was more."""
    if len(text) <= longest:
        return text
    return f"{text[:longest - 1].rstrip()}…" if longest > 0 else ""


def _labelled(label: str, text: str) -> str:
    plain = " ".join(text.split())
    return f"{label}: {plain}{'' if plain.endswith(('.', '!', '?')) else '.'}" if plain else ""
