"""Words such as NULL or N/A where a cell should be left empty. Source: the pilot's BOEC file; the city's pilot of 2021."""

from collections.abc import Iterable
from dataclasses import replace

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.declared_nothing import declared_nothing
from steward.table.distinct import Mask
from steward.table.nothing import in_text_masks, sure_mask, words_in
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


class MissingWords:
    """Words that stand for "nothing", each told with its count. None is taken for an empty cell before a person says so."""

    kinds = ("missing-value-word", "perhaps-missing-word")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column that writes "nothing" as a word, or may do so, unless its field says so."""
        for column, perhaps in zip(context.columns, in_text_masks(context.columns), strict=True):
            said = declared_nothing(column, context.field_of(column))
            sure, may_be = sure_mask(column) & ~said, perhaps & ~said
            yield from _told(context, column, sure, "missing-value-word", say_count(
                "One cell says in a word that there is no value.", "{count} cells say in a word that there is no value.",
                column.distinct.count_where(sure)),
                say_count("Make this cell empty, so that readers do not take the word for a value.",
                          "Make these cells empty, so that readers do not take the word for a value.",
                          column.distinct.count_where(sure)))
            yield from _told(context, column, may_be, "perhaps-missing-word", say_count(
                "One cell may say in a word that there is no value.", "{count} cells may say in a word that there is no value.",
                column.distinct.count_where(may_be)),
                say_count("Make it empty if nobody knows the value. Keep it where the word is an answer of its own.",
                          "Make them empty if nobody knows the value. Keep them where the word is an answer of its own.",
                          column.distinct.count_where(may_be)))


def _told(context: Context, column: ColumnProfile, mask: Mask, kind: str, *said: Message) -> Iterable[Finding]:
    what, next_step = said
    for finding in about_cells(context.sheet, column, mask, kind=kind, tier=Tier.WARN, what=what, next_step=next_step,
                               remedies=("blank_missing_words",)):
        counted = ", ".join(f"{word} ({count:,})" for word, count in words_in(column, mask))
        where = say("{first} {then}", first=finding.words.where, then=say("Found: {words}.", words=counted))
        yield replace(finding, words=replace(finding.words, where=where))


CHECK = MissingWords()
