"""Helps to write the description: short questions whose answers become a text that the person then edits.

Context: an empty box is where descriptions are given up or copied. Decision: resources/metadata/description_guide.json asks
what a good description tells (who, how, why, one row, what is missing; source: the publisher's guides of California and San
Francisco), and each answer becomes one sentence. Refused: text that is written without a person's words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from steward.metadata.record import ELEMENT_IDS
from steward.metadata.strict_json import Node, check_format, load_located

GUIDE_FILE = "metadata/description_guide.json"
FORMAT = 1
_VERB = re.compile(r"\b(is|are|was|were|be|has|have|had|does|did|do|can|may|must|will|collects?|gathers?|enters?|writes?|"
                   r"comes?|shows?|leaves?|uses?|keeps?|makes?|fills?)\b")   # such a word makes a sentence of an answer
_SMALL = frozenset(("the", "a", "an", "our", "all", "any", "some", "by", "from", "to", "each", "every", "this", "these", "what",
                    "people", "records", "data"))
_END = ".!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideQuestion:
    """One question, and how its answer becomes a sentence."""

    id: str
    label: str
    help: str
    begins: str                    # the words before the answer; "" where the answer is the whole sentence
    drops: tuple[str, ...] = ()    # beginnings that people type although `begins` says them already; lower case
    element: str = ""              # the element of the record that the same answer would fill
    element_begins: str = ""       # the words before it there


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The questions in the order of their sentences."""

    questions: tuple[GuideQuestion, ...]

    @classmethod
    def parse(cls, text: str, name: str = GUIDE_FILE) -> "Guide":
        """Return the questions. Raises: DocumentBroken with file and line, DocumentTooNew."""
        root = check_format(load_located(text, name), FORMAT).only(("format", "questions"))
        questions: dict[str, GuideQuestion] = {}
        for node in root.nodes("questions"):
            question = _question(node)
            questions[question.id] = question if question.id not in questions else node.refuse("id")
        return cls(questions=tuple(questions.values()) or root.refuse("questions"))

    def text(self, answers: Mapping[str, str]) -> str:
        """Return the description that the answers make, one sentence for each question that is answered."""
        return " ".join(sentence for question in self.questions
                        if (sentence := _sentence(question.begins, answers.get(question.id, ""), question.drops)))

    def element_answers(self, answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Return what the answers say to other questions of the record: (element, text)."""
        told = ((question.element, _for_element(question, answers.get(question.id, ""))) for question in self.questions)
        return tuple((element, text) for element, text in told if element and text)


def _question(node: Node) -> GuideQuestion:
    node.only(("id", "label", "help", "begins", "drops", "element", "element_begins"))
    return GuideQuestion(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                         begins=node.text("begins", ""), drops=node.told_texts("drops"),
                         element=node.one_of("element", ("", *ELEMENT_IDS), ""), element_begins=node.text("element_begins", ""))


def _for_element(question: GuideQuestion, answer: str) -> str:
    if not question.element_begins:
        return _bare(answer, question.drops)
    return _sentence(question.element_begins, answer, question.drops)


def _sentence(begins: str, answer: str, drops: tuple[str, ...]) -> str:
    """Return one sentence; an answer that is a sentence already stays as it is typed."""
    spoken = " ".join(answer.split())
    if not spoken.strip(_END):
        return ""
    if not begins or _is_sentence(spoken) or spoken.casefold().startswith(begins.casefold() + " "):
        return _ended(spoken[0].upper() + spoken[1:])
    return _ended(f"{begins} {_bare(spoken, drops)}")


def _bare(answer: str, drops: tuple[str, ...]) -> str:
    """Return an answer as it stands within a sentence: without the words before it, and begun with a small letter where due."""
    spoken = " ".join(answer.split()).rstrip(_END + " ")
    before = ""
    while drops and before != spoken:
        before = spoken
        spoken = re.sub(rf"^(?:{'|'.join(map(re.escape, drops))})\s+", "", spoken, flags=re.IGNORECASE)
    first, gap, rest = spoken.partition(" ")
    return f"{first.casefold()}{gap}{rest}" if first.casefold() in _SMALL else spoken


def _is_sentence(spoken: str) -> bool:
    return spoken[0].isupper() and spoken[-1] in _END and (_VERB.search(spoken) is not None or ". " in spoken)


def _ended(text: str) -> str:
    return text if text[-1] in _END else f"{text}."
