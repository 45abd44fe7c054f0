"""Which elements the record has, which of them are required, and how each is asked for: data that the program edits.

Context: the city's minimum metadata requirements are not public and will change. Decision: resources/metadata/profile.json says
for each attribute of `Record` its label, help, source, need, control, vocabulary and default; a profile that does not fit the
record or the words to choose from is refused with file and line: a misspelled condition would be one that never holds. What
is published is decided by the exports alone, so that no profile can loosen it. Under "columns" stands whether each published
column must be described; a file that does not say so asks for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from steward.metadata.record import ELEMENT_IDS, Record, Value
from steward.metadata.strict_json import Node, broken, check_format, load_located
from steward.metadata.vocabularies import VOCABULARIES, Vocabularies
from steward.vocabulary.message import say

PROFILE_FILE = "metadata/profile.json"
FORMAT = 1
NEEDS = ("required", "recommended", "optional", "generated", "internal")
CONTROLS = ("text", "long_text", "list", "choice", "date", "email", "yes_no", "whole")
COLUMN_NEEDS = ("required", "recommended")   # for the description of a published column
CHOOSING = ("choice", "yes_no")  # controls that need words to choose from
LIST_ELEMENTS = tuple(name for name in ELEMENT_IDS if isinstance(Record().value(name), tuple))
_KEYS = ("id", "label", "help", "source", "quote", "quote_source", "unquoted", "group", "need", "control", "vocabulary",
         "default", "published", "longest", "shortest", "asked_when", "required_when", "required_with_dates", "public_contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What makes an element asked or required: an element has one of these answers; "" stands for none."""

    element: str
    answers: tuple[str, ...]

    def holds(self, record: Record) -> bool:
        """Return whether the record answers so."""
        return record.value(self.element) in self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One question about a dataset; `id` is the attribute of `Record` that keeps the answer."""

    id: str
    label: str
    help: str
    source: str              # where the rule or the wording comes from
    group: str
    need: str                # one of NEEDS
    control: str             # one of CONTROLS
    vocabulary: str = ""     # the vocabulary to choose from; "" where anything may be typed
    quote: str = ""          # the city's own words on the question, as they were written
    quote_source: str = ""   # where they stand
    unquoted: str = ""       # why no words of the city stand here, where there are none
    default: str = ""        # the program's setting, offered as a suggestion
    is_published: bool = True
    longest: int | None = None   # characters
    shortest: int | None = None
    asked_when: Condition | None = None   # None: always
    required_when: Condition | None = None
    is_required_with_dates: bool = False  # where the table has a column of dates
    is_public_contact: bool = False       # tells how an office is reached, which is meant to be read

    def is_asked(self, record: Record) -> bool:
        """Return whether a person is asked this about the record."""
        return self.need != "generated" and (self.asked_when is None or self.asked_when.holds(record))

    def is_required(self, record: Record, *, has_dates: bool = False) -> bool:
        """Return whether the record must answer this before it can be sent."""
        return self.is_asked(record) and (
            self.need == "required" or (self.is_required_with_dates and has_dates)
            or (self.required_when is not None and self.required_when.holds(record)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One page of questions."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataProfile:
    """Every question in the order of asking, and the texts that are no answers."""

    groups: tuple[Group, ...]
    elements: tuple[Element, ...]
    template_texts: tuple[str, ...] = ()  # what forms leave behind; lower case
    idle_keywords: tuple[str, ...] = ()   # keywords that find nothing; lower case
    column_description: str = "required"  # one of COLUMN_NEEDS

    @classmethod
    def parse(cls, text: str, words: Vocabularies, name: str = PROFILE_FILE) -> "MetadataProfile":
        """Return the profile, whose defaults and conditions hold answers of `words`.

        Raises: DocumentBroken with file and line, DocumentTooNew.
        """
        root = check_format(load_located(text, name), FORMAT)
        root.only(("format", "columns", "groups", "elements", "template_texts", "idle_keywords"))
        groups = _groups(root)
        elements = tuple(_element(node, tuple(group.id for group in groups)) for node in root.nodes("elements"))
        _check_complete(elements, root)
        _check_words(elements, root, words)
        columns = root.node("columns").only(("description",))
        return cls(groups=groups, elements=elements, template_texts=_lowered(root, "template_texts"),
                   idle_keywords=_lowered(root, "idle_keywords"),
                   column_description=columns.one_of("description", COLUMN_NEEDS, "required"))

    def element(self, identifier: str) -> Element:
        """Return one element. Raises: KeyError if there is none of that id."""
        return self._by_id()[identifier]

    def asked(self, group: str, record: Record) -> tuple[Element, ...]:
        """Return the elements of one group that a person answers about a record, in order."""
        return tuple(element for element in self.elements if element.group == group and element.is_asked(record))

    def _by_id(self) -> Mapping[str, Element]:
        return {element.id: element for element in self.elements}


def is_blank(value: Value) -> bool:
    """Return whether an answer says nothing."""
    return not value.strip() if isinstance(value, str) else not any(text.strip() for text in value)


def _groups(root: Node) -> tuple[Group, ...]:
    known: dict[str, Group] = {}
    for node in root.nodes("groups"):
        group = _group(node)
        if not group.id or not group.label or group.id in known:
            node.refuse("id" if group.label else "label")
        known[group.id] = group
    return tuple(known.values())


def _group(node: Node) -> Group:
    node.only(("id", "label", "help"))
    return Group(id=node.text("id"), label=node.sentence("label"), help=node.sentence("help", ""))


def _element(node: Node, groups: tuple[str, ...]) -> Element:
    node.only(_KEYS)
    element = Element(
        id=node.one_of("id", ELEMENT_IDS), label=node.sentence("label"), help=node.sentence("help"),
        source=node.text("source", ""), quote=node.text("quote", ""), quote_source=node.text("quote_source", ""),
        unquoted=node.sentence("unquoted", ""), group=node.one_of("group", groups), need=node.one_of("need", NEEDS),
        control=node.one_of("control", CONTROLS),
        vocabulary=node.one_of("vocabulary", ("", *VOCABULARIES), ""), default=node.text("default", ""),
        is_published=node.flag("published", default=True), longest=node.whole_or_none("longest"),
        shortest=node.whole_or_none("shortest"), asked_when=_condition(node, "asked_when"),
        required_when=_condition(node, "required_when"),
        is_required_with_dates=node.flag("required_with_dates", default=False),
        is_public_contact=node.flag("public_contact", default=False))
    return _fitting(element, node)


def _fitting(element: Element, node: Node) -> Element:
    """Return the element where its control fits the kind of its answer and the choice has words to choose from."""
    if (element.control == "list") != (element.id in LIST_ELEMENTS):
        node.refuse("control")
    if element.control in CHOOSING and not element.vocabulary:
        node.refuse("vocabulary")
    if element.longest is not None and not max(element.shortest or 0, len(element.default)) <= element.longest:
        node.refuse("longest")
    if bool(element.quote.strip()) != bool(element.quote_source.strip()):
        node.refuse("quote" if element.quote_source else "quote_source")   # nobody is quoted without saying where it stands
    return element if element.label.strip() and element.help.strip() else node.refuse("label")


def _condition(node: Node, key: str) -> Condition | None:
    if node.values.get(key) is None:
        return None
    inner = node.node(key).only(("element", "is"))
    return Condition(element=inner.one_of("element", ELEMENT_IDS), answers=inner.texts("is") or inner.refuse("is"))


def _check_complete(elements: Sequence[Element], root: Node) -> None:
    """Raise where an element of the record is told twice, or not at all: then the list of elements lacks it."""
    nodes, known = root.nodes("elements"), set[str]()
    for element, node in zip(elements, nodes, strict=True):
        if element.id in known:
            node.refuse("id")
        known.add(element.id)
    missing = next((identifier for identifier in ELEMENT_IDS if identifier not in known), None)
    if missing is not None:
        last = nodes[-1].line if nodes else root.line
        raise broken(root.document, say("The element {element} is missing; the last one begins on line {line}.",
                                        element=missing, line=last))


def _check_words(elements: Sequence[Element], root: Node, words: Vocabularies) -> None:
    """Raise where a default or a condition is an answer that nobody can give."""
    by_id = {element.id: element for element in elements}
    for element, node in zip(elements, root.nodes("elements"), strict=True):
        if element.default and not _can_be(element, element.default, words):
            node.refuse("default")
        for key, condition in (("asked_when", element.asked_when), ("required_when", element.required_when)):
            if condition and not all(_can_be(by_id[condition.element], answer, words) for answer in condition.answers):
                node.node(key).refuse("is")


def _can_be(element: Element, answer: str, words: Vocabularies) -> bool:
    if element.control == "list":
        return False          # a list is never one answer
    return not (answer and element.vocabulary) or words.term(element.vocabulary, answer) is not None


def _lowered(root: Node, key: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in root.told_texts(key))
