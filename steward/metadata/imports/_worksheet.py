"""The metadata worksheet of the city's 2021 pilot: a name in the first cell of a row, its value as JSON in the next.

The worksheets were filled in by hand, with braces, quotation marks and colons missing; each cell is read as far as it goes.
"""

import json
import re
from collections.abc import Iterable, Sequence

from steward.metadata.imports._reading import Reading
from steward.vocabulary.message import say

SECTIONS = ("dataset", "distribution")
FEWEST_NAMES = 4    # of DCAT-US that make a sheet such a worksheet
NAMES = frozenset(("title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel",
                   "license", "temporal", "accrualPeriodicity", "language", "theme", "landingPage"))
FIELDS = NAMES | {"@type", "rights", "spatial", "bureauCode", "programCode", "dataQuality", "describedBy", "describedByType",
                  "isPartOf", "issued", "conformsTo", "primaryITInvestmentUII", "references", "systemOfRecords", "accessURL",
                  "downloadURL", "format", "mediaType"}
_OPENING = re.compile(r'^\s*\{?\s*"?[@\w]+"?\s*[:;]\s*')


def is_worksheet(rows: Iterable[Sequence[str]]) -> bool:
    """Return whether the first cells of the rows are the names of a dataset's metadata."""
    return len(NAMES & {row[0].strip() for row in rows if row}) >= FEWEST_NAMES


def worksheet_document(rows: Iterable[Sequence[str]], reading: Reading) -> dict[str, object]:
    """Return the worksheet as a dataset of DCAT-US, its distribution within."""
    parts: dict[str, dict[str, object]] = {"": {}, "dataset": {}, "distribution": {}}
    section = ""   # what stands above every heading tells of the dataset, or of the worksheet
    for name, cell, *others in (tuple(cell.strip() for cell in row) for row in rows if len(row) > 1):
        _keep_beside(name, others, reading)
        if name and not cell and name in FIELDS:
            continue           # a question that nobody answered
        if name and not cell:  # a heading; the worksheets differ in what they call the two
            section = name if name in SECTIONS else SECTIONS[1 if NAMES & parts[SECTIONS[0]].keys() else 0]
        elif name and cell:
            place = SECTIONS[1] if section and name in parts[SECTIONS[0]] else section
            value, earlier = _value(name, cell, reading), parts[place].get(name)
            if earlier not in (None, value):
                reading.hide(name, earlier)
            parts[place][name] = value
    dataset = {**parts[""], **parts["dataset"]}
    dataset.pop("distribution", None)
    return {**dataset, **({"distribution": [parts["distribution"]]} if parts["distribution"] else {})}


def _keep_beside(name: str, others: Sequence[str], reading: Reading) -> None:
    """Keep what stands beside a value, such as the whole worksheet once more as JSON."""
    for cell in others:
        if cell and cell != "JSON":   # the heading of that column
            reading.keep(cell, name)


def _value(name: str, cell: str, reading: Reading) -> object:
    if not cell.startswith("{"):
        return cell
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        reading.fault("worksheet-cell", name, say("The cell is not written as JSON. It is read as far as it goes."))
        return _mended(cell)
    return next(iter(found.values()), "") if isinstance(found, dict) else cell


def _mended(cell: str) -> object:
    """Return what stands after the name: the texts of a list, or the text without marks."""
    rest = _OPENING.sub("", cell, count=1)
    if rest.startswith("["):
        return [text.strip(' "') for text in rest.strip("[]{} ").split(",") if text.strip(' "')]
    return re.sub(r'["{}]', "", rest).strip()
