import pytest

from tests.metadata.samples import program_profile, program_vocabularies


@pytest.fixture(scope="session")
def profile():
    """The profile that ships with Steward."""
    return program_profile()


@pytest.fixture(scope="session")
def vocabularies():
    """The vocabularies that ship with Steward."""
    return program_vocabularies()
