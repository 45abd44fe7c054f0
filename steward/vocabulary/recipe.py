"""The way from the original to the candidate: step 0 is the import, every other step is a remedy a person chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Parameter = str | int | float | bool | None | tuple[str, ...] | tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStep:
    """How the file is read. None means: as Steward proposes."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_rows: tuple[int, ...] | None = None  # rows as the spreadsheet numbers them; () where there is no header
    include_hidden_rows: bool | None = None     # None: not decided yet
    include_hidden_columns: bool | None = None
    region: tuple[int, ...] | None = None       # first row, first column, last row, last column, header inside; 0: to the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One remedy with its parameters. `private` parameters stay on the workstation; the manifest holds their hash."""

    remedy: str
    column: str | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All steps in order. Replaying them on the same original gives the same bytes."""

    import_step: ImportStep = ImportStep()
    steps: tuple[Step, ...] = ()
