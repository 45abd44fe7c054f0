"""How remedies name the columns that they make: as the file rules ask, but for steps of a time when they did not."""

from steward.remedies._step import text_of
from steward.table.header_names import LONGEST, is_ruled, ruled_name
from steward.vocabulary.recipe import Parameter, Step

NAMES, WHERE_RULED, RULED = "names", "ruled", "always ruled"
AS_RULED: dict[str, Parameter] = {NAMES: RULED}    # parameters of each new step


def beside(step: Step, name: str, ending: str, before: str = " ") -> str:
    """Return the name of a new column beside another: "depth_unit" beside "depth", "water_depth_unit" beside "Water depth".

    Steps that say nothing of names, or that only ruled names get ruled ones, replay as they were made, with `before` between.
    """
    how = text_of(step, NAMES)
    if how == RULED:
        return f"{ruled_name(name, LONGEST - len(ending) - 1)}_{ending}"
    if how != WHERE_RULED or not is_ruled(name):
        return f"{name}{before}{ending}"
    return f"{name[:LONGEST - len(ending) - 1]}_{ending}"
