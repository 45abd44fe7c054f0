"""The words that answers are chosen from, and the questions, read once from resources/."""

from functools import cache

from steward.metadata.guide import GUIDE_FILE, Guide
from steward.metadata.neighborhoods import NEIGHBORHOODS_FILE, Neighborhoods
from steward.metadata.profile import PROFILE_FILE, MetadataProfile
from steward.metadata.vocabularies import VOCABULARY_FILES, Vocabularies
from steward.store.resources import resource_text


@cache
def vocabularies() -> Vocabularies:
    """Return the program's vocabularies. Raises: ResourceMissing, DocumentBroken with file and line."""
    return Vocabularies.parse({name: resource_text(name) for name in VOCABULARY_FILES})


@cache
def neighborhoods() -> Neighborhoods:
    """Return the city's neighborhoods. Raises: ResourceMissing, DocumentBroken with file and line."""
    return Neighborhoods.parse(resource_text(NEIGHBORHOODS_FILE))


@cache
def metadata_profile() -> MetadataProfile:
    """Return the questions the program asks. Raises: ResourceMissing, DocumentBroken with file and line."""
    return MetadataProfile.parse(resource_text(PROFILE_FILE), vocabularies())


@cache
def description_guide() -> Guide:
    """Return the questions that help to write a description. Raises: ResourceMissing, DocumentBroken with file and line."""
    return Guide.parse(resource_text(GUIDE_FILE))
