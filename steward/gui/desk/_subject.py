"""What a visit to a submission's whole table names: the submission, the table, and perhaps a finding to come to."""

from steward.vocabulary.finding import Finding

Key = tuple[str, str | None]


def subject_of(submission: str, table: str, finding: Finding | None = None) -> str:
    """Return the subject of a visit to a table of a submission, or to a finding in it."""
    visited = f"{submission}|{table}"
    return visited if finding is None else f"{visited}|{finding.key[0]}|{finding.column or ''}"


def parts_of(subject: str) -> tuple[str, str, Key | None]:
    """Return the submission, the table's name and the finding's key that `subject_of` was given."""
    submission, _, rest = subject.partition("|")
    table, _, key = rest.partition("|")
    kind, _, named = key.partition("|")
    return submission, table, (kind, named or None) if kind else None
