"""What lies in resources/ for the faces: theme, icons, translations. Light enough to be imported before the first paint."""

from steward.store.resources import resource_path, resource_text
from steward.store.translations import catalog, languages

__all__ = ["catalog", "languages", "resource_path", "resource_text"]
