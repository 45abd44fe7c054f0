"""What a visit to a submission's whole table names: the submission, and perhaps a finding to come to."""

from steward.vocabulary.finding import Finding

Key = tuple[str, str | None]


def subject_of(submission: str, finding: Finding | None = None) -> str:
    """Return the subject of a visit to a submission's table, or to a finding in it."""
    return submission if finding is None else f"{submission}|{finding.kind}|{finding.column or ''}"


def parts_of(subject: str) -> tuple[str, Key | None]:
    """Return the submission and the finding's key that `subject_of` was given."""
    submission, _, key = subject.partition("|")
    kind, _, named = key.partition("|")
    return submission, (kind, named or None) if kind else None
