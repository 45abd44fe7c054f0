"""Make cells empty that say in a word that there is no value."""


from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, text_of, with_emptied
from steward.table.distinct import Mask
from steward.table.inference import profile_column
from steward.table.nothing import SHOWN, in_text_mask, sure_mask, word_mask, words_in
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, verbatim
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

SURE, EVERY = "sure", "every"
PERHAPS = "perhaps-missing-word"
QUESTION = Question(parameter="words", text=say("Which words mean that there is no value?"), first=SURE,
                    explain=say("The others stay as they are."),
                    options=(Option(value=SURE, label=say("Those that cannot be meant otherwise, such as NULL")),
                             Option(value=EVERY, label=say("All that are found")),
                             *(Option(value=word, label=verbatim(word)) for word in sorted(set(SHOWN.values())))))


class BlankMissingWords(Answers):
    """The column with words for "nothing" made empty: those that cannot be meant otherwise, all, or one; parameter `words`.

    In a column of numbers or dates "none" cannot be meant otherwise. A dash among numbers may be zero and is left.
    """

    name = "blank_missing_words"
    title = say("Make these cells empty")
    explain = say("Words such as NULL or N/A go, and the cell is empty, which every program reads as no value.")
    kinds = frozenset(("missing-value-word", PERHAPS))
    asks = (QUESTION,)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question with the words that the column holds; none where it holds one."""
        if column is None:
            return self.asks
        sure, perhaps = words_in(column, sure_mask(column)), words_in(column, in_text_mask(column))
        there = {word for word, _count in (*sure, *perhaps)}
        if len(there) <= 1:
            return ()
        kept = tuple(option for option in QUESTION.options if option.value in there or option.value == EVERY
                     or (option.value == SURE and sure))
        return (Question(parameter=QUESTION.parameter, text=QUESTION.text, explain=QUESTION.explain, options=kept,
                         first=SURE if sure else EVERY),)

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers this finding: words that may be answers go only where they were asked about."""
        step = super().step_for(finding)
        return step if finding.kind != PERHAPS else Step(remedy=step.remedy, column=step.column, parameters={"words": EVERY})

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells empty."""
        profile = profile_column(column_of(sheet, step))
        return with_emptied(sheet, profile, _mask(profile, text_of(step, "words", SURE)))

    def describe(self, step: Step) -> Message:
        """Return which column is emptied of which words."""
        words = text_of(step, "words", SURE)
        if words == EVERY:
            return say("Make cells of column {column} empty that say in any word that there is no value.", column=name_of(step))
        if words == SURE:
            return say("Make cells of column {column} empty that say NULL, N/A or the like.", column=name_of(step))
        return say("Make cells of column {column} empty that say {word}.", column=name_of(step), word=words)


def _mask(profile: ColumnProfile, words: str) -> Mask:
    if words == SURE:
        return sure_mask(profile)
    return sure_mask(profile) | in_text_mask(profile) if words == EVERY else word_mask(profile, words)


REMEDY = BlankMissingWords()
