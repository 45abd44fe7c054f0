"""Put a random identifier in the place of each value, the same for the same value within this release only.

Context: a case or person number that stays the same over releases and tables lets them be joined. Decision: HMAC-SHA-256 under
a random key that stays in the draft on this workstation and never travels, so that nobody can go back by trying all numbers;
each new step draws a new key. Refused: hashes without a key (all nine-digit numbers are tried in seconds) and counting from 1
(the order of the file tells who is who). Source: Article 29 Working Party, Opinion 05/2014, section 4.
"""

import base64
import hmac

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.table.distinct import distinct, rows_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

LETTERS = 10      # of 32 kinds each: two of a million values meet by chance once in two thousand tables, and then get more
SHORTEST_KEY = 32  # hexadecimal digits


class ReplaceByRandomId(Answers):
    """The column with a random identifier for each value; empty cells stay empty. Parameter `private_key`: hexadecimal."""

    name = "replace_by_random_id"
    title = say("Replace by a random identifier")
    explain = say("Equal values get the same identifier, so that rows of one person can still be counted. The key stays in "
                  "this draft on this computer; the next release gets other identifiers.")
    loses = say("Nobody can look the value up or join this table with others by it.")
    kinds = frozenset(("person_id", "username", "device_id", "medical_id", "license_plate", "vin", "driver_license", "passport",
                       "person_name", "mac_address", "ip_address", "ssn", "phone", "email"))
    random_parameter = "private_key"

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with identifiers in the column. Raises: StepDoesNotFit where the key is not at hand."""
        column, key = column_of(sheet, step), text_of(step, self.random_parameter)
        if len(key) < SHORTEST_KEY:
            raise refuse(say("The key of these identifiers is kept in the draft on the computer where they were made."),
                         say("Take the step out of the recipe and choose the change again; the identifiers are then new."),
                         column.name)
        known = distinct(column.values)
        identifiers = _identifiers([value.strip() for value in known.values.to_pylist()], key.encode())
        return sheet.with_values(column.name, rows_of(known, pa.array(identifiers, column.values.type)))

    def describe(self, step: Step) -> Message:
        """Return which column is replaced."""
        return say("Replace each value of column {column} by a random identifier.", column=name_of(step))


def _identifiers(values: list[str], key: bytes) -> list[str]:
    """Return an identifier per value, long enough that different values never share one."""
    digests = {value: base64.b32encode(hmac.digest(key, value.encode(), "sha256")).decode() for value in set(values)}
    letters = LETTERS
    while len({digest[:letters] for digest in digests.values()}) < len(digests):
        letters += 2
    return [digests[value][:letters] if value else "" for value in values]


REMEDY = ReplaceByRandomId()
