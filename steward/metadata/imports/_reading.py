"""What one document has told so far: answers with the name they stood under, what was kept, and what is wrong."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from steward.metadata.checks.local_path import names_a_place
from steward.metadata.exports._portal_forms import shown, shown_value
from steward.metadata.forms import dated
from steward.metadata.imports._leftovers import MOST, leaves, spoken_path, unread
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record, Value
from steward.metadata.spelling import nearly
from steward.metadata.vocabularies import Bureau, Vocabularies
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_OF_EVERY_BUREAU = frozenset(("office", "bureau", "department", "of", "the", "city", "portland", "s"))
DATES = ("modified", "issued")
LONGEST_NAME = 100   # of an entry that is shown
CHECK_AGAIN = say("Look whether the answer below is right.")
KEPT_BELOW = say("What it holds is kept below. Type the answer yourself.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One proposed answer, and the name it stood under in the document."""

    element: str
    value: Value
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a document holds and no question asks for, or no answer can be; shown to the person, never stored as an answer."""

    origin: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """All that one document tells. The faults name places, never values."""

    kind: str
    told: tuple[Told, ...]
    kept: tuple[Kept, ...]
    faults: tuple[Finding, ...]

    @property
    def record(self) -> Record:
        """Return the proposed answers as a record."""
        return Record(**{one.element: one.value for one in self.told})  # type: ignore[arg-type]  # told by their elements


class Reading:
    """What has been read of one document."""

    def __init__(self, name: str, vocabularies: Vocabularies) -> None:
        """Begin with nothing."""
        self.name, self.vocabularies = name, vocabularies
        self._told: dict[str, Told] = {}
        self._kept: list[Kept] = []
        self._faults: dict[tuple[str, str], Finding] = {}
        self._read: set[str] = {vocabularies.program.organization}   # texts that were told, kept or understood
        self._passed_over: list[object] = []   # objects of the document that tell of something else

    def done(self, kind: str, document: Mapping[str, object]) -> Imported:
        """Return what was read, with all the rest of the document kept."""
        self._keep_unread(document)
        return Imported(kind=kind, told=tuple(self._told.values()), kept=tuple(self._kept), faults=tuple(self._faults.values()))

    def understand(self, value: object) -> None:
        """Note that a part of the document was read, so that it is not kept a second time as something nobody asked for."""
        self._read.update(text for _path, text in leaves(value))

    def pass_over(self, parts: Sequence[object]) -> None:
        """Leave parts of the document out that tell of something else."""
        self._passed_over.extend(parts)

    def _keep_unread(self, document: Mapping[str, object]) -> None:
        left = list(unread(document, self._read, {id(part) for part in self._passed_over}))
        for path, text in left[:MOST]:
            self.keep(text, spoken_path(path))
        if left[MOST:]:
            self.keep("; ".join(f"{spoken_path(path)}: {text}" for path, text in left[MOST:]), "…")

    def tell(self, element: str, value: object, origin: str) -> None:
        """Propose an answer: a text, or the texts of a list; anything else is kept and said."""
        if value is None or value in ("", [], {}):
            return
        self.understand(value)
        value = self._parted(value, origin) if element in LIST_ELEMENTS and isinstance(value, str) else value
        texts = [value] if isinstance(value, str | int | float) else value if isinstance(value, list) else [value]
        plain = tuple(str(text) for text in texts if isinstance(text, str | int | float) and not isinstance(text, bool))
        if len(plain) < len(texts):
            self.keep(value, origin)
            self.fault("wrong-kind", origin, say("This is not written as a text or a list of texts."), KEPT_BELOW)
        if any(not isinstance(text, str) for text in texts) and len(plain) == len(texts):
            self.fault("number", origin, say("This is written as a number where the standard has a text."))
        answer = shown_value(plain)
        if answer and element in LIST_ELEMENTS:
            self._told[element] = Told(element=element, value=answer, origin=origin)
        elif answer:
            self._told[element] = Told(element=element, value=answer[0], origin=origin)
            self._keep_rest(answer[1:], origin)

    def _keep_rest(self, texts: Value, origin: str) -> None:
        if texts:
            self.fault("several-texts", origin, say("Several texts stand where the standard has one. The first one is taken."))
        for text in texts:
            self.keep(text, origin)

    def _parted(self, text: str, origin: str) -> list[str]:
        """Return the entries of a list that was written as one text, and say so where there are several."""
        found = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
        if len(found) > 1:
            self.understand(found)
            self.fault("list", origin, say("This is one text where the standard has a list. It was parted at its commas."))
        return found

    def misread(self, value: object, origin: str) -> None:
        """Keep a value of another kind than the standard has for it, and say so; an empty one says nothing."""
        if value not in (None, "", [], {}):
            self.keep(value, origin)
            self.fault("wrong-kind", origin, say("This is not written in the form that the standard has for it."), KEPT_BELOW)

    def tell_date(self, element: str, value: object, origin: str) -> None:
        """Propose a day; a moment gives its day. What is no such date is kept and said."""
        day = _day(value) if isinstance(value, str) else ""
        if day:
            self.understand(value)
            self.tell(element, day, origin)
        elif value not in (None, ""):
            self.keep(value, origin)
            is_written_so = isinstance(value, str) and _MOMENT.fullmatch(value.strip()) is not None
            what = (say("The calendar has no such day.") if is_written_so
                    else say("This date is not written as year, month, day, so it cannot be told for sure."))
            self.fault("date", origin, what, KEPT_BELOW)

    def tell_address(self, document: Mapping[str, object], keys: tuple[str, ...]) -> None:
        """Say which names hold a text where the standard has the address of a web page."""
        for key in keys:
            value = document.get(key)
            if isinstance(value, str) and value.strip() and not _ADDRESS.match(value.strip()):
                self.keep(value, key)
                self.fault("address", key, say("The standard has the address of a web page here, and this is none."),
                           say("Nothing is taken from it."))

    def tell_page(self, value: object, key: str) -> None:
        """Propose the page on the portal; what is no address of a web page is kept and said."""
        self.tell_address({key: value}, (key,))
        if not isinstance(value, str) or _ADDRESS.match(value.strip()):
            self.tell("landing_page", value, key)

    def tell_term(self, element: str, vocabulary: str, value: object, origin: str,
                  spoken: Callable[[str], str] = lambda text: text) -> None:
        """Propose one word of a vocabulary: its id, its label, or another name it goes by. An unknown one is told and said."""
        text = shown(value) if isinstance(value, str) else ""
        found = self.identifier(vocabulary, spoken(text)) if text else ""
        if found:
            self.understand(text)
            self.tell(element, found, origin)
        elif text:
            self.keep(text, origin)
            self.fault("unknown-word", origin, say("This is none of the words that the program offers here."), KEPT_BELOW)
        elif value not in (None, "", [], {}):
            self.tell(element, value, origin)

    def identifier(self, vocabulary: str, text: str) -> str:
        """Return the id of a word by any name it goes by; nothing where the vocabulary has none, or several under that name."""
        wanted = _folded(text)
        for term in self.vocabularies.terms.get(vocabulary, ()):
            other = (term.abbreviation, *term.formerly, *term.includes) if isinstance(term, Bureau) else ()
            if wanted and wanted in {_folded(name) for name in (term.id, term.label, *other)}:
                return term.id
        telling = _telling(text)
        same = [term.id for term in self.vocabularies.terms.get(vocabulary, ()) if isinstance(term, Bureau) and telling
                and telling in {_telling(name) for name in (term.label, term.abbreviation, *term.formerly)}]
        return same[0] if len(same) == 1 else ""

    def keep(self, value: object, origin: str) -> None:
        """Keep what no question asks for."""
        self.understand(value)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        if shown(text) and text not in ("[]", "{}", "null", '[""]'):
            self._kept.append(Kept(origin=origin, text=shown(text)))
            if names_a_place(text):
                self.fault("local-path", origin, say("The text names a place on a computer or a network drive."),
                           say("Do not take it over. Nobody outside can open it, and it may show a user's name."))

    def fault(self, kind: str, origin: str, what: Message, next_step: Message = CHECK_AGAIN, *, element: str = "") -> None:
        """Say once that something under a name is wrong."""
        where = say("{document}, under {name}.", document=verbatim(self.name), name=verbatim(origin))
        self._faults.setdefault((kind, origin), Finding(
            kind=f"import-{kind}", tier=Tier.WARN, column=element or None, count=1, room="metadata",
            words=Words(what=what, where=where, next_step=next_step)))

    def hide(self, key: str, value: object) -> None:
        """Say that a name has two values, and keep the one that the last one hides."""
        self.fault("twice", key, say("This name is given two values. The last one counts, the earlier one is hidden by it."))
        if key in DATES and isinstance(value, str) and value.strip() and _day(value) == "":
            hidden = say("The earlier value under this name is no date of the calendar; the later one hides it.")
            self.fault("hidden-date", key, hidden, say("Look which of the two days is right."))
        if not any(one.origin == key and shown_value((value,)) == shown_value(_listed(one.value))
                   for one in self._told.values() if isinstance(value, str)):
            self.keep(value, key)

    def fault_empty(self, document: Mapping[str, object], keys: tuple[str, ...]) -> None:
        """Say which of some names stand there without a value."""
        for key in keys:
            if key in document and not str(document[key] or "").strip():
                self.fault("empty", key, say("This name has no value."), say("Answer the question yourself."))

    def sort_out(self, document: Mapping[str, object], known: tuple[str, ...], prefix: str = "") -> None:
        """Keep each entry of a document that is not known here."""
        for key, value in document.items():
            if key not in known:
                self.keep(value, f"{prefix}{key}"[:LONGEST_NAME])
                self._fault_spelling(key, document, known)

    def respelled(self, document: Mapping[str, object], known: tuple[str, ...]) -> dict[str, object]:
        """Return a document under the standard's own names where only capitals, hyphens and blanks differ, and say so."""
        names = {_plain(name): name for name in known if name not in document}
        respelled: dict[str, object] = {}
        for key, value in document.items():
            plain = _plain(key)
            near = plain if plain in names else plain.removesuffix("s")   # "Keywords"
            meant = names.pop(near, "") if key not in known else ""
            respelled[meant or key] = value
            if meant:
                what = say("The standard writes this name {name}. The value was read as if it stood so.", name=verbatim(meant))
                self.fault("name-written", key[:LONGEST_NAME], what)
        return respelled

    def _fault_spelling(self, key: str, document: Mapping[str, object], known: tuple[str, ...]) -> None:
        """Say where an unknown name is nearly one of the standard's that the document does not have."""
        names = {name.casefold(): name for name in known if name not in document}
        plain = _plain(key)
        meant = names.get(plain) or names.get(nearly(plain, tuple(names)), "")
        if meant:
            self.fault("name-spelling", key[:LONGEST_NAME], say("The standard has no such name. {name} is probably meant.",
                                                                name=verbatim(meant)), KEPT_BELOW)


def _plain(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _day(text: str) -> str:
    """Return the day of a date or a moment; nothing where the text is neither."""
    found = _MOMENT.fullmatch(text.strip())
    return dated(found[1]) if found else ""


def _listed(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("&", " and ")).strip()


def _telling(name: str) -> str:
    """Return the words of a bureau's name by which it is told from the others: "City Auditor" gives "auditor"."""
    return " ".join(word for word in _folded(name).split() if word not in _OF_EVERY_BUREAU)
