"""Which elements the record has, which of them are required, and how each is asked for: data that the program edits.

Context: the city's minimum metadata requirements are not public and will change. Decision: resources/metadata/profile.json says
for each attribute of `Record` its label, help, source, need, control, vocabulary and default; a profile that does not fit the
record is refused with file and line. What is published is decided by the exports alone, so that no profile can loosen it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from steward.metadata.record import ELEMENT_IDS, Record, Value
from steward.metadata.strict_json import Node, broken, check_format, load_located
from steward.metadata.vocabularies import VOCABULARIES
from steward.vocabulary.message import Message, say

PROFILE_FILE = "metadata/profile.json"
FORMAT = 1
NEEDS = ("required", "recommended", "optional", "generated", "internal")
CONTROLS = ("text", "long_text", "list", "choice", "date", "email", "yes_no")
LIST_ELEMENTS = tuple(name for name in ELEMENT_IDS if isinstance(Record().value(name), tuple))
_KEYS = ("id", "label", "help", "source", "group", "need", "control", "vocabulary", "default", "published", "longest",
         "shortest", "required_when", "required_with_dates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What makes an element required: another element has one of these answers."""

    element: str
    answers: tuple[str, ...]


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
    default: str = ""        # the program's setting, offered as a suggestion
    is_published: bool = True
    longest: int | None = None   # characters
    shortest: int | None = None
    required_when: Condition | None = None
    is_required_with_dates: bool = False  # where the table has a column of dates

    def is_required(self, record: Record, *, has_dates: bool = False) -> bool:
        """Return whether the record must answer this before it can be sent."""
        condition = self.required_when
        return (self.need == "required" or (self.is_required_with_dates and has_dates)
                or (condition is not None and record.value(condition.element) in condition.answers))


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

    @classmethod
    def parse(cls, text: str, name: str = PROFILE_FILE) -> "MetadataProfile":
        """Return the profile. Raises: DocumentBroken with file and line, DocumentTooNew."""
        root = check_format(load_located(text, name), FORMAT)
        root.only(("format", "groups", "elements", "template_texts", "idle_keywords"))
        groups = tuple(_group(node) for node in root.nodes("groups"))
        elements = tuple(_element(node, tuple(group.id for group in groups)) for node in root.nodes("elements"))
        _check_complete(elements, name)
        return cls(groups=groups, elements=elements, template_texts=_lowered(root, "template_texts"),
                   idle_keywords=_lowered(root, "idle_keywords"))

    def element(self, identifier: str) -> Element:
        """Return one element. Raises: KeyError if there is none of that id."""
        return self._by_id()[identifier]

    def asked(self, group: str) -> tuple[Element, ...]:
        """Return the elements of one group that a person answers, in order."""
        return tuple(element for element in self.elements if element.group == group and element.need != "generated")

    def _by_id(self) -> Mapping[str, Element]:
        return {element.id: element for element in self.elements}


def is_blank(value: Value) -> bool:
    """Return whether an answer says nothing."""
    return not value.strip() if isinstance(value, str) else not any(text.strip() for text in value)


def _group(node: Node) -> Group:
    node.only(("id", "label", "help"))
    return Group(id=node.text("id"), label=node.sentence("label"), help=node.sentence("help", ""))


def _element(node: Node, groups: tuple[str, ...]) -> Element:
    node.only(_KEYS)
    element = Element(
        id=node.one_of("id", ELEMENT_IDS), label=node.sentence("label"), help=node.sentence("help"),
        source=node.text("source", ""),
        group=node.one_of("group", groups), need=node.one_of("need", NEEDS), control=node.one_of("control", CONTROLS),
        vocabulary=node.one_of("vocabulary", ("", *VOCABULARIES), ""), default=node.text("default", ""),
        is_published=node.flag("published", default=True), longest=node.whole_or_none("longest"),
        shortest=node.whole_or_none("shortest"), required_when=_condition(node),
        is_required_with_dates=node.flag("required_with_dates", default=False))
    return _fitting(element, node)


def _fitting(element: Element, node: Node) -> Element:
    """Return the element where its control fits the kind of its answer and the choice has words to choose from."""
    if (element.control == "list") != (element.id in LIST_ELEMENTS):
        node.refuse("control")
    if element.control in ("choice", "yes_no") and not element.vocabulary:
        node.refuse("vocabulary")
    return element if element.label and element.help else node.refuse("label")


def _condition(node: Node) -> Condition | None:
    if node.values.get("required_when") is None:
        return None
    inner = node.node("required_when").only(("element", "is"))
    return Condition(element=inner.one_of("element", ELEMENT_IDS), answers=inner.texts("is") or inner.refuse("is"))


def _check_complete(elements: tuple[Element, ...], name: str) -> None:
    ids = [element.id for element in elements]
    for identifier in ELEMENT_IDS:
        if ids.count(identifier) != 1:
            raise broken(name, _counted(identifier))


def _counted(identifier: str) -> Message:
    return say("The element {element} should be there once.", element=identifier)


def _lowered(root: Node, key: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in root.texts(key))
