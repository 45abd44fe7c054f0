"""What no program can see in a table and a person must say: two questions about tables that tell of people.

Source: OAR 137-004-0800 (personal-safety requests), ORS 192.820 to 192.868 (Address Confidentiality Program); ORS 802.175,
OAR 735-010-0008 and 18 USC 2725 (driver and vehicle records). How much an answer weighs stands in resources/policy, under the
kinds named here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from steward.privacy.policy import Policy
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

ROOM = "asked"
ABOUT = frozenset(("person", "incident"))
REACHING = frozenset(("person_name", "home_address", "phone", "email", "precise_geo"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, for which tables it is asked, and what a yes leads to."""

    kind: str                  # of the question
    about: frozenset[str]      # kinds of personal data, one of which must be in the table
    question: Words
    yes_kind: str              # of the finding that a yes leads to
    yes: Words


SAFETY = Asked(
    kind="safety_requests", about=REACHING, yes_kind="safety_requests_on_file",
    question=Words(
        what=say("Has anyone in this table asked the city to keep their address or telephone number from others?"),
        where=say("Steward cannot know this: personal-safety requests and the Address Confidentiality Program are on file "
                  "elsewhere."),
        next_step=say("Ask the people who keep the source of this table. Answer, and say who confirmed it.")),
    yes=Words(
        what=say("This table tells of people with a personal-safety request on file."),
        where=say("You answered yes. Where they live, and how they are reached, must not be disclosed."),
        next_step=say("Leave out their rows, or the columns that name or place them. Then say here what was done.")))
SOURCE = Asked(
    kind="restricted_source", about=REACHING | {"driver_license", "license_plate", "vin", "date_of_birth", "person_id", "ssn"},
    yes_kind="restricted_source_data",
    question=Words(
        what=say("Does any of this come from DMV records, or from another source that restricts what may be passed on?"),
        where=say("Steward cannot know this: driver and vehicle records, criminal justice systems and data under an agreement "
                  "look like any other table."),
        next_step=say("Ask the people who keep the source of this table. Answer, and say who confirmed it.")),
    yes=Words(
        what=say("Some of this comes from a source that restricts what may be passed on."),
        where=say("You answered yes. Names, addresses, numbers and pictures from driver and vehicle records may not be "
                  "published."),
        next_step=say("Leave out what came from there and answer again, or ask the open data program to let it pass.")))
QUESTIONS = (SAFETY, SOURCE)
YES_KINDS = frozenset(asked.yes_kind for asked in QUESTIONS)


def asked(about: str, kinds: Iterable[str], rows: int, decisions: Iterable[Decision], policy: Policy) -> tuple[Finding, ...]:
    """Return the questions that a table raises, and what the answers given so far lead to.

    `about` is what one row is, `kinds` are those of the personal data in the table. A question stays, so that its answer
    travels with it.
    """
    present, given = frozenset(kinds), {decision.key: decision.choice for decision in decisions}
    findings: list[Finding] = []
    for one in QUESTIONS:
        if about in ABOUT and present & one.about:
            findings.append(Finding(kind=one.kind, tier=Tier.DECIDE, count=rows, words=one.question, room=ROOM,
                                    basis=policy.basis(one.kind)))
            if given.get((one.kind, None)) is Choice.YES:
                findings.append(Finding(kind=one.yes_kind, tier=policy.tier(one.yes_kind), count=rows, words=one.yes,
                                        room="privacy", basis=policy.basis(one.yes_kind)))
    return tuple(findings)


def is_of_questions(finding: Finding) -> bool:
    """Return whether a finding is one of these questions or what an answer led to."""
    return finding.room == ROOM or finding.kind in YES_KINDS
