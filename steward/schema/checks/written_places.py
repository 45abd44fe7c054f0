"""Places in one cell that other programs do not read as places. Source: the file rules of DataSF, "latitude and longitude"."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.written_places import written_places
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class PlacesAsText:
    """Columns of places with the latitude first, in brackets, or as POINT (…)."""

    kinds = ("place-as-text",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding for each such column."""
        for column in context.columns:
            found = written_places(column)
            if found is None:
                continue
            what = say_count("One cell holds both degrees of a place, and is read as text.",
                             "{count} cells hold both degrees of a place, and are read as text.",
                             column.distinct.count_where(found.is_place))
            yield from about_cells(context.sheet, column, found.is_place, kind="place-as-text", tier=Tier.WARN, what=what,
                                   next_step=say("Give latitude and longitude a column each, so that maps can show the "
                                                 "places."), remedies=("place_to_columns",))


CHECK = PlacesAsText()
