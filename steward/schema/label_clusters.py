"""Which columns hold labels, and which of these labels mean the same or may mean the same. Numbers, codes and IDs are none."""

import re
from collections.abc import Collection, Sequence

import numpy as np
import pyarrow as pa

from steward.table._words import CODE_WORDS, words_of
from steward.table.look_alikes import LONGEST, MOST_LABELS, Cluster, clusters, is_code, say_yes_and_no
from steward.table.near_labels import near_clusters
from steward.table.profile import ColumnProfile
from steward.table.text import is_short

ALIKE, SIMILAR = "look-alike-label", "similar-label"   # kinds of finding
MOSTLY = 0.5            # of the labels are words
FEWEST_PER_LABEL = 1.2  # rows, on average: names that stand once each are no labels
FEWEST_PER_NEAR = 3     # rows, on average, where labels a letter apart are looked for: else they are names
SMALL = 12              # labels; a small table is looked at all the same
IDENTIFIERS = CODE_WORDS | {"id", "ids", "identifier", "number", "num", "nbr", "key", "uuid", "guid", "serial", "sku", "vin",
                            "plate"}
WORD, LONG_WORD = re.compile(r"[^\W\d_]{2}"), re.compile(r"[^\W\d_]{4}")   # RE2 takes a millisecond to compile \pL
OF_NAMES = {"name", "names", "street", "streets", "road", "avenue", "neighborhood", "neighborhoods", "neighbourhood", "nbhd",
            "city", "town", "county", "place", "community", "park", "school", "station", "location", "address", "site",
            "subdivision", "first", "last", "surname", "owner", "applicant", "contact", "person", "officer", "inspector",
            "employee", "staff", "manager", "contractor", "vendor", "company", "business", "firm", "author", "artist", "creek",
            "river", "bridge"}
STREET = re.compile(r"(?i)\b(?:st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|ct|court|pl|place|way|ter"
                    r"|terrace|hwy|pkwy|cir|loop)\.?\s*$")
Apart = Collection[frozenset[str]]


def labels_of(column: ColumnProfile) -> pa.Array | None:
    """Return the different filled values of a column where they may be labels."""
    values = column.distinct
    filled = np.flatnonzero(~column.is_blank)
    if column.type != "string" or not values.is_counted or not 1 < len(filled) <= MOST_LABELS:
        return None
    if len(filled) > SMALL and column.filled < FEWEST_PER_LABEL * len(filled):
        return None
    labels = values.values.take(pa.array(filled))
    return labels if is_short(labels, 4 * LONGEST).all() else None


def are_words(labels: pa.Array, header: str) -> bool:
    """Return whether labels are words: no codes, and nothing under the header of such that has few words."""
    texts = labels.to_pylist()
    if not _are_mostly(texts, WORD) or sum(map(is_code, texts)) >= MOSTLY * len(texts):
        return False
    return not words_of(header) & IDENTIFIERS or _are_mostly(texts, LONG_WORD)


def are_names(texts: Sequence[str], header: str) -> bool:
    """Return whether labels are names of streets, places, people or firms, of which there are such that nearly agree."""
    return bool(words_of(header) & OF_NAMES) or _are_mostly(texts, STREET)


def _are_mostly(texts: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return sum(pattern.search(text) is not None for text in texts) >= MOSTLY * len(texts)


def label_clusters(column: ColumnProfile, kind: str, apart: Apart = ()) -> tuple[Cluster, ...]:
    """Return the clusters of a column that a finding of this kind is about, without those that a person keeps apart."""
    labels = labels_of(column)
    if labels is None or (kind == SIMILAR and not _has_rows(column, len(labels))):
        return ()
    rows = column.distinct.counts[~column.is_blank].tolist()
    texts = labels.to_pylist()
    if not are_words(labels, column.name) and not (kind == ALIKE and say_yes_and_no(texts)):
        return ()
    found = clusters(texts, rows) if kind == ALIKE else near_clusters(texts, rows, are_names=are_names(texts, column.name))
    return tuple(cluster for cluster in found if not any(group.issuperset(cluster.labels) for group in apart))


def _has_rows(column: ColumnProfile, count: int) -> bool:
    return count <= SMALL or column.filled >= FEWEST_PER_NEAR * count
