"""What a remedy must be told before it can be done, as a face asks it."""

from dataclasses import dataclass, replace

from steward.vocabulary.message import Message
from steward.vocabulary.recipe import Parameter, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose: what the step keeps, and how it reads."""

    value: str | int
    label: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One parameter of a step that only a person knows. Without options it is answered in a few typed words."""

    parameter: str               # as the remedy reads it from the step
    text: Message                # the label of the field
    explain: Message             # what hangs on the answer
    options: tuple[Option, ...] = ()
    first: str | int = ""        # the answer that is chosen at first; empty: the person must answer

    def answer_in(self, step: Step) -> str | int:
        """Return the answer that a step holds already, else the first one."""
        value = step.parameters.get(self.parameter)
        return value if isinstance(value, str | int) else self.first


def answered(step: Step, question: Question, answer: str | int) -> Step:
    """Return the step with one more answer; an empty one leaves the parameter away."""
    others: dict[str, Parameter] = {name: value for name, value in step.parameters.items() if name != question.parameter}
    return replace(step, parameters={**others, question.parameter: answer} if answer != "" else others)
