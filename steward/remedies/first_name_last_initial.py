"""Keep the first name and the first letter of the last name, as courts and newspapers do with minors."""

import re

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_quick
from steward.table.sheet import Sheet
from steward.table.text import mask_of, matching, matching_among
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

TITLES = "mr|mrs|ms|miss|mx|dr|prof|rev|hon|sgt|ofc|officer|jr|sr|ii|iii|iv|md|phd|dds|esq|rn|lmt|lcsw|dvm|cpa"
SEVERAL_OR_NONE = "and|with|aka|unknown|none|withheld|anonymous|redacted"
BESIDE = re.compile(rf"(?i)^(?:{TITLES})\.?$")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Of a name in Chinese or Korean signs the first is the whole family name.
NO_NAME = re.compile(rf"(?i)[;&/@\d|+\n]|\b(?:{SEVERAL_OR_NONE})\b|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
ASIDE = re.compile(r"\([^)]*\)?")
IN_ORDER = "^[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}$"
TURNED = "^[A-Z][a-z]+, [A-Z][a-z]+(?: [A-Z][a-z]+)?$"
NOT_PLAIN = rf"(?i)\b(?:{TITLES}|{SEVERAL_OR_NONE})\b"
LAST_AND_FIRST = 2
MOST_WORDS = 5   # a name of more words is none, or the names of several people


class FirstNameLastInitial(Answers):
    """The column with "Ana S." in place of each name; a cell that cannot be read as one name becomes empty."""

    name = "first_name_last_initial"
    title = say("Keep the first name and one letter of the last")
    explain = say('"Ana Maria Silva" and "Silva, Ana" become "Ana S.". A cell that cannot be read as one name becomes empty.')
    loses = say("Nobody can see the last name, but where the family name is written first without a comma it stays in sight. "
                "Who knows the person can often still tell who it is.")
    kinds = frozenset(("person_name", "victim_status"))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with shortened names in the column."""
        return with_quick(sheet, step, _shortened_ones, shortened)

    def describe(self, step: Step) -> Message:
        """Return which column is shortened."""
        return say("Keep the first name and one letter of the last in column {column}.", column=name_of(step))


def shortened(cell: str) -> str:
    """Return a name with one letter of its last part; one that has a single part as that letter alone."""
    parts = [_words(part) for part in ASIDE.sub(" ", cell).split(",")]
    parts = [part for part in parts if part]
    if not 0 < len(parts) <= LAST_AND_FIRST or NO_NAME.search(cell):
        return ""
    words = parts[0] if len(parts) == 1 else [*parts[1], parts[0][0]]
    if len(words) > MOST_WORDS:
        return ""
    initial = f"{words[-1][0].upper()}."
    return initial if len(words) == 1 else f"{words[0]} {initial}"


def _words(part: str) -> list[str]:
    return [word for word in WORD.findall(part) if not BESIDE.match(word)]


def _shortened_ones(values: pa.Array) -> pa.Array:
    """Return the same for names of a few plain words; null for others."""
    import pyarrow.compute as pc

    turned = matching_among(values, mask_of(pc.match_substring(values, ",")), TURNED)
    odd = matching(values, NOT_PLAIN)
    done = pa.nulls(len(values), values.type)
    for mask, write in ((matching(values, IN_ORDER), _first_to_last), (turned, _last_to_first)):
        if (plain := mask & ~odd).any():
            done = pc.replace_with_mask(done, pa.array(plain), write(values.filter(pa.array(plain))))
    return done


def _first_to_last(values: pa.Array) -> pa.Array:
    """Return names of plain words in their order, shortened. To split costs half of what a pattern with groups does."""
    import pyarrow.compute as pc

    first = pc.list_element(pc.split_pattern(values, " ", max_splits=1), 0)
    return _joined(first, pc.list_element(pc.split_pattern(values, " ", max_splits=1, reverse=True), 1))


def _last_to_first(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return _joined(pc.list_element(pc.split_pattern(values, " ", max_splits=2), 1), values)


def _joined(first: pa.Array, last: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    initial = pc.utf8_slice_codeunits(last, 0, 1)
    nothing, point, blank = (pa.scalar(text, last.type) for text in ("", ".", " "))
    return pc.binary_join_element_wise(first, pc.binary_join_element_wise(initial, nothing, point), blank)


REMEDY = FirstNameLastInitial()
