"""Which columns of a table have another name in a later state of it."""

from collections import Counter

from steward.table.sheet import Sheet


def new_names(before: Sheet, after: Sheet) -> dict[str, str]:
    """Return the new names of columns by their old ones, as far as they have their place still and the rows are as many."""
    if before.height != after.height or before.names == after.names:
        return {}
    old, new = _by_place(before), _by_place(after)
    return {name: new[place] for place, name in old.items()
            if place in new and name not in after.names and new[place] not in before.names}


def _by_place(sheet: Sheet) -> dict[int, str]:
    """Return the name of each column that alone comes from its place of the original."""
    counts = Counter(column.position for column in sheet.columns)
    return {column.position: column.name for column in sheet.columns if counts[column.position] == 1}
