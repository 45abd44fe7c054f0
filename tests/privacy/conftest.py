"""What the tests of the privacy room stand on."""

import pytest

from tests.privacy.tables import make_knowledge


@pytest.fixture(scope="session")
def knowledge():
    """Return the knowledge in the program's own policy files, with the Census Bureau's lists of names."""
    return make_knowledge()
