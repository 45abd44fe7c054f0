"""Put titles of sections that stand between the records into a column of their own."""

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._groups import take_titles
from steward.remedies._step import numbers_of, text_of
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step

SECTION = "Section"


class TitlesToColumn(Answers):
    """The table with a first column of titles, without their rows; parameters `rows` and `name`."""

    name = "titles_to_column"
    title = say("Put the titles into a column of their own")
    explain = say("Each record says in a new first column under which title it stood. The rows of the titles go.")
    kinds = frozenset(("section-title",))
    asks = (Question(parameter="name", text=say("The name of the new column"), first=SECTION,
                     explain=say("It says what the titles are, such as Bureau or Program.")),)

    def step_for(self, finding: Finding) -> Step:
        """Return the step for the rows of the finding."""
        return Step(remedy=self.name, parameters={"rows": tuple(finding.rows)})

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the titles in a column. Raises: StepDoesNotFit if a row is no title, or the name taken."""
        rows, name = numbers_of(step, "rows"), text_of(step, "name", SECTION).strip() or SECTION
        if not rows:
            raise StepDoesNotFit(words(say("The recipe takes rows for titles and does not say which."),
                                       next_step=say("Take the step out of the recipe, and choose the rows again.")))
        if name in sheet.names:
            raise StepDoesNotFit(words(say("The table has a column of that name already."),
                                       say("Column {column}.", column=name),
                                       say("Choose another name for the column of titles.")))
        return take_titles(sheet, name, rows, ())

    def describe(self, step: Step) -> Message:
        """Return how many titles go into which column."""
        return say_count("Put one title of a section into column {column}.",
                         "Put {count} titles of sections into column {column}.",
                         len(numbers_of(step, "rows")), column=text_of(step, "name", SECTION))


REMEDY = TitlesToColumn()
