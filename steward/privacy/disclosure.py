"""How easily people in the table can be singled out by what many know of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The risk of a whole table. Source: Sweeney 2002, "k-anonymity"; threshold: CMS cell size policy (11)."""

    quasi_identifiers: tuple[str, ...]   # column names
    smallest_group: int                  # k
    unique_rows: int
    rows_in_small_groups: int            # rows in groups smaller than the threshold
    threshold: int
