"""Words such as NULL or N/A where a cell should be left empty. Source: the pilot's BOEC file; the city's pilot of 2021."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class MissingWords:
    """Words that stand for "nothing". None is taken for an empty cell before a person says so."""

    kinds = ("missing-value-word",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column that writes "nothing" as a word, unless its field says so."""
        for column in context.columns:
            mask = column.is_missing_word
            if not mask.any() or len(context.field_of(column).missing_values) > 1:
                continue
            what = say_count("One cell says in a word that there is no value, such as NULL or N/A.",
                             "{count} cells say in a word that there is no value, such as NULL or N/A.",
                             column.distinct.count_where(mask))
            next_step = say("Make these cells empty, so that readers do not take the word for a value.")
            yield from about_cells(context.sheet, column, mask, kind="missing-value-word", tier=Tier.WARN, what=what,
                                   next_step=next_step, remedies=("blank_missing_words",))


CHECK = MissingWords()
