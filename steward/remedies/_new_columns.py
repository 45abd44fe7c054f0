"""How remedies name the columns that they make: as the file rules ask, but for steps of a time when they did not."""

from steward.remedies._step import text_of
from steward.table.header_names import LONGEST, is_ruled
from steward.vocabulary.recipe import Parameter, Step

NAMES, RULED = "names", "ruled"
AS_RULED: dict[str, Parameter] = {NAMES: RULED}    # parameters of each new step


def beside(step: Step, name: str, ending: str, before: str = " ") -> str:
    """Return the name of a new column beside another: "depth_unit" beside "depth", "Water depth unit" beside "Water depth".

    Steps that say nothing of names replay as they were made, with `before` between.
    """
    if text_of(step, NAMES) != RULED or not is_ruled(name):
        return f"{name}{before}{ending}"
    return f"{name[:LONGEST - len(ending) - 1]}_{ending}"
