"""One column as the public will read of it: a Frictionless field in frozen form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """The rules of a field, as in Table Schema. None: no such rule."""

    required: bool = False
    unique: bool = False
    minimum: str | None = None
    maximum: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    enum: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. `column` is the column of the sheet; `name` is what the public sees as header."""

    column: str
    name: str
    type: str = "string"
    format: str | None = None
    title: str = ""
    description: str = ""
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()   # values of a small vocabulary, each with what it means
    missing_values: tuple[str, ...] = ("",)
    constraints: Constraints = Constraints()
    is_typed: bool = False   # a person or a schema said the type: cells of another are then against it
