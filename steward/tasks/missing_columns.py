"""What is asked where a column of the table should have the name of one that is missing: which one it is, and which name."""

from steward.remedies.rename_column import NEW, OLD
from steward.remedies.rename_column import REMEDY as RENAME_COLUMN
from steward.table.header_words import header_words
from steward.tasks.workbench import Workbench
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.question import Option, Question

RENAME = RENAME_COLUMN.name


def names_asked(bench: Workbench) -> tuple[Question, ...]:
    """Return the two questions; the name is chosen where a schema asks for columns, else typed."""
    asked = {header_words(name): name for name in bench.draft.asked_columns}
    there = {header_words(name): name for name in bench.candidate.names}
    free = tuple(name for words, name in there.items() if words not in asked)
    missing = tuple(name for words, name in asked.items() if words not in there)
    old = Question(parameter=OLD, text=say("Which column holds it?"), options=_options(free),
                   explain=say("Columns that have the name of one that should be there are not among them."))
    return old, *(Question(parameter=NEW, text=one.text, explain=one.explain, options=_options(missing))
                  for one in RENAME_COLUMN.asks)


def _options(names: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(value=name, label=verbatim(" ".join(name.split()))) for name in names)
