"""One candidate table as the exports speak of it: plain values, since metadata knows neither sheets nor fields."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDescription:
    """A table that is written. `table_schema` is a Table Schema descriptor that names the columns as the public sees them."""

    name: str                # [a-z0-9_-]{2,100}; unique in its manifest
    title: str
    file_name: str           # "<name>.csv"
    size_bytes: int
    sha256: str
    rows: int
    table_schema: Mapping[str, object]
    description: str = ""
    download_url: str = ""   # set when published
    dictionary_url: str = ""
