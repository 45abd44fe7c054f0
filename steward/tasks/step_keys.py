"""Keys of steps that need one: drawn where a step is made, and drawn anew for each release unless a person keeps them."""

import secrets
from dataclasses import replace

from steward.remedies import remedy
from steward.vocabulary.recipe import Step

KEY_BYTES = 16
RELEASE, STABLE = "release", "stable"


def with_secret(step: Step) -> Step:
    """Return the step with a random value for the private parameter that its remedy needs, where it has none yet."""
    name = remedy(step.remedy).random_parameter
    if not name or step.parameters.get(name):
        return step
    return replace(step, parameters={**step.parameters, name: secrets.token_hex(KEY_BYTES)})


def for_next_release(step: Step) -> Step:
    """Return the step as the next release does it: with another key, so that nobody can join the two, unless it is to stay."""
    name = remedy(step.remedy).random_parameter
    if not name or step.parameters.get(RELEASE) == STABLE:
        return step
    return with_secret(replace(step, parameters={one: value for one, value in step.parameters.items() if one != name}))
