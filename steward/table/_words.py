"""Words that stand for a missing value, and words of a header that say how its numbers are meant."""

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.header_words import header_words
from steward.table.text import byte_lengths, in_pieces, mask_of

# Written instead of leaving the cell empty. Source: the pilot's BOEC file (NULL), pandas' and OpenRefine's lists.
NEVER_A_WORD = ("null", "(null)", "[null]", "<null>", "n/a", "#n/a", "n.a.", "nan", "\\n", "(blank)",
                "(none)", "(n/a)", "(empty)", "<na>", "[na]", "n/a.", "n.a", "#null",
                "#value!", "#ref!", "#div/0!", "#name?", "#num!", "#null!")
PERHAPS_A_WORD = ("na", "none", "nil", "-", "--", "---", "–", "—", ".", "?", "blank", "no data", "not available",
                  "not applicable", "missing", "tbd", "unk", "unknown", "empty", "not recorded", "not reported", "not known",
                  "no value", "not entered")
# Days that no calendar has, or that stand at its end: written where there is no date.
NO_DAY_AT_ALL = (r"^\s*(?:1900-0?1-00?|0?1/0?0/1900|0?0/0?1/1900|0000-00-00|0?0/0?0/0000|0001-01-01|0?1/0?1/0001|9999-12-31"
                 r"|12/31/9999)(?:[T ].*)?\s*$")
DASHES = ("-", "--", "---", "–", "—")
# In a column of words each of these may be an answer like any other, and more often means that there is none.
IN_TEXT = (*DASHES, "na", "none", "nil", "blank", "no data", "not available", "not applicable", "missing", "tbd", "?",
           ".", "unk", "empty", "not recorded", "not reported", "not known", "no value", "not entered")
LONGEST = max(len(word.encode()) for word in NEVER_A_WORD + PERHAPS_A_WORD) + 4   # room for blanks around it

# Numbers under such a header are names of things: nobody adds them up, and a leading zero counts.
CODE_WORDS = frozenset(("zip", "zipcode", "zip4", "postal", "postcode", "phone", "telephone", "tel", "fax", "mobile", "parcel",
                        "taxlot", "apn", "account", "acct", "fips", "geoid", "tract", "ssn", "naics", "sic", "barcode", "isbn",
                        "code", "fiscal", "fy"))


def words_of(header: str) -> frozenset[str]:
    """Return the words of a header in lower case: "ZipCode", "zip_code" and "ZIP code" all hold "zip" and "code"."""
    return frozenset(header_words(header))


def nothing_words(values: pa.Array) -> pa.Array:
    """Return for each value the word for "nothing" that it is, as our lists have it; null for any other value."""
    import pyarrow.compute as pc

    short = pc.less_equal(pc.binary_length(values), LONGEST)
    written = pc.utf8_lower(pc.utf8_trim_whitespace(pc.if_else(short, values, pa.scalar("", values.type))))
    known = pc.is_in(written, pa.array(NEVER_A_WORD + PERHAPS_A_WORD, values.type))
    return pc.if_else(known, written, pa.scalar(None, values.type))


def missing_word_mask(values: pa.Array, *, is_text: bool) -> Mask:
    """Return which values are a word for "nothing". In text only those count that cannot be meant otherwise."""
    return in_pieces(values, lambda piece: _missing_word_mask(piece, is_text=is_text))


def _missing_word_mask(values: pa.Array, *, is_text: bool) -> Mask:
    import pyarrow.compute as pc

    short = np.flatnonzero(byte_lengths(values) <= LONGEST)
    found = np.zeros(len(values), np.bool_)
    if len(short):
        known = pa.array(NEVER_A_WORD if is_text else NEVER_A_WORD + PERHAPS_A_WORD, values.type)
        written = values if len(short) == len(values) else values.take(pa.array(short))
        found[short] = mask_of(pc.is_in(pc.utf8_lower(pc.utf8_trim_whitespace(written)), known))
    return found
