"""Examining small tables with one check."""

from steward.schema.context import Context
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence


def found(check, sheet, *fields):
    """Return the findings of one check on a sheet, with these fields in place of the inferred ones."""
    profile = profile_table(sheet, Silence(), 1)
    known = {field.column: field for field in (*infer_fields(profile), *fields)}
    return list(check.examine(Context(profile=profile, fields=known)))


def rows(findings):
    """Return the rows of the only finding; none where there is no finding."""
    assert len(findings) <= 1
    return list(findings[0].rows) if findings else []
