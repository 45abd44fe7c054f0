"""What lies in resources/ for the faces: theme, icons, translations. Light enough to be imported before the first paint."""

from steward.store.resources import resource_path, resource_text
from steward.vocabulary.message import Catalog, English

__all__ = ["catalog", "resource_path", "resource_text"]


def catalog(_language: str) -> Catalog:
    """Return the texts of a language; English until its translation is there."""
    return English()
