"""One column as the public will read of it: a Frictionless field in frozen form."""

from dataclasses import dataclass, replace


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
    true_values: tuple[str, ...] = ()    # how a yes and a no are written; empty: as the standard writes them
    false_values: tuple[str, ...] = ()
    constraints: Constraints = Constraints()
    is_typed: bool = False   # a person or a schema said the type: cells of another are then against it

    @property
    def nothing_words(self) -> tuple[str, ...]:
        """Return the words that stand for no value, without the cells of blanks."""
        return tuple(word for word in self.missing_values if word.strip())

    def read_as(self, other: "Field") -> "Field":
        """Return the field with the type of another and how its values are written; cells of another type are against it."""
        return replace(self, type=other.type, format=other.format, missing_values=other.missing_values,
                       true_values=other.true_values, false_values=other.false_values, is_typed=True)

    def without_values(self, words: tuple[str, ...]) -> "Field":
        """Return the field in which just these words, and empty cells, stand for no value."""
        blanks = (word for word in self.missing_values if not word.strip())
        return replace(self, missing_values=tuple(dict.fromkeys((*blanks, *words))))
