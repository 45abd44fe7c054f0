"""A promise of updates that the dates in the table or the title contradict.

Source: DCAT-US 1.1 accrualPeriodicity; the measures are Steward's.
"""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.rhythm import is_long_past, rhythm_spoken_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

MUCH_OFTENER = 3    # times: dates a month apart and a promise of every day
TITLE_SLOWER = 25   # times: figures per year may well come anew each month, those per month hardly each day


class FrequencyAgainstDates:
    """How often a new version is promised, against the steps between the dates and against the newest of them."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding; the days themselves are cells and are not named."""
        frequency = context.vocabularies.frequency(context.record.frequency)
        if frequency is None or frequency.days is None:
            return
        told = (_against_steps(context, frequency.days) or _against_newest(context, frequency.days)
                or _against_title(context, frequency.days))
        if told is not None:
            yield about(context, "frequency", "metadata-frequency-differs", Tier.WARN, told,
                        say("Choose how often the table really changes. What is promised here is what people plan with."))


def _against_steps(context: Context, days: int) -> Message | None:
    if context.step_days is None or context.step_days <= MUCH_OFTENER * days:
        return None
    return say("The dates in the table lie much further apart than the updates you promise.")


def _against_newest(context: Context, days: int) -> Message | None:
    if context.dates is None or not is_long_past(context.dates[1], context.today, days):
        return None
    return say("The newest date in the table is much older than the updates you promise.")


def _against_title(context: Context, days: int) -> Message | None:
    """Return that far more updates are promised than a title such as "Permits per month" lets expect."""
    spoken = rhythm_spoken_of(context.record.title, context.vocabularies)
    if spoken is None or spoken[0].days is None or spoken[0].days < TITLE_SLOWER * days:
        return None
    return say("The title speaks of another rhythm than the updates you promise.")


CHECK = FrequencyAgainstDates()
