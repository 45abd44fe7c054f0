"""Names of columns that are not written as the program's file rules ask.

Source: the file rules of DataSF and California: fewer than 30 characters; letters, digits and . - _ alone; units in the data
dictionary. The figures stand in resources/policy/file_rules.json.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_table, shown
from steward.schema.context import Context
from steward.table.header_names import LONGEST, is_ruled
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class HeaderForm:
    """All such names together."""

    kinds = ("header-form",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them; it names the first column."""
        longest = context.around.rules.limit("header-form", "longest", LONGEST)
        labels = [(column.name, (column.label or "").strip()) for column in context.sheet.columns]
        names = [name for name, label in labels if label and not is_ruled(label, longest)]
        if not names or not context.sheet.provenance.header_rows:
            return
        what = say_count("One name of a column is not written as the file rules ask: short, and of letters, digits, points, "
                         "dashes and underscores alone.", "{count} names of columns are not written as the file rules ask: "
                         "short, and of letters, digits, points, dashes and underscores alone.", len(names))
        yield about_table(kind="header-form", tier=Tier.WARN, count=len(names), what=what, remedies=("rename_headers",),
                          where=say("The first is column {column}.", column=shown(names[0])),
                          next_step=say("Rename them in one step, and put units into the description of the column."))


CHECK = HeaderForm()
