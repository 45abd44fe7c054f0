"""Takes a table the whole way to the portal of practice, as one person may."""

from dataclasses import replace

from steward.tasks import deciding, describing, opening, publishing, reviewing, sealing, sending
from steward.tasks.worded import described_for_practice
from steward.vocabulary.decision import Choice
from steward.vocabulary.progress import Silence


def described(house, bench, **record):
    """Return the workbench with a record of practice, and these answers in it."""
    told = replace(describing.practice_record(house, bench), **record)
    return opening.recheck(house, bench, replace(bench.draft, record=told), Silence())


def decided(house, bench):
    """Return the workbench with an answer to everything that is open: nothing is private, and nobody asked for anything.

    Columns that nobody described get words of practice.
    """
    bench = described_for_practice(house, bench)
    for found in sealing.outstanding(bench):
        choice = Choice.NO if found.room == "asked" else Choice.KEEP
        bench = replace(bench, draft=deciding.decide(house, bench.draft, found, choice, "practice decision"))
    return bench


def published(house, bench):
    """Return the receipt of a workbench on which nothing is open, sent, approved and published."""
    number = sending.send(house, bench, Silence()).submission
    reviewing.claim(house, number)
    reviewing.approve(house, number, "looked at it")
    return publishing.publish(house, number, Silence())
