"""What lies in resources/ for the faces: theme, icons, help. Light enough to be imported before the first paint."""

from steward.store.resources import resource_path, resource_text

__all__ = ["resource_path", "resource_text"]
