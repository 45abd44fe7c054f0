"""Tells from a path or address whether it names a person, a server or a folder of one's own."""

import re
from urllib.parse import unquote

_GENERIC = frozenset(("users", "user", "home", "documents", "my documents", "desktop", "downloads", "temp", "tmp", "public",
                      "local",
                      "appdata", "var", "folders", "private", "library", "volumes", "documents and settings", "program files",
                      "program files (x86)", "windows", "system32", "mnt", "media", "root", "default", "workspace", "data",
                      "reports",
                      "work", "output", "export", "exports", "files"))
_DRIVE = re.compile(r"^(?:file:/{2,3})?(?:/?[A-Za-z]:)?[\\/]?")
_SERVER = re.compile(r"^(?:file:)?[\\/]{2,}[^\\/:]+[\\/]")
_INNER_HOST = re.compile(r"^https?://(?:[^/@]*@)?(?:[^./:]+(?=[/:]|$)|[^/:]*\.(?:local|lan|internal|intra|corp|intranet)(?=[/:]|$)"
                         r"|(?:intranet|internal|inside)\.[^/]+|[^/]*\.sharepoint\.com(?=[/:]|$)"
                         r"|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.)", re.IGNORECASE)
_SECRET = re.compile(r"[?&;](?:token|key|sig|signature|password|pwd|pass|user|userid|uid|username|email|auth|secret|apikey|"
                     r"api_key)=.",
                     re.IGNORECASE)


def is_telling(path: str) -> bool:
    """Return whether a path leads to a server or a folder that is not one every computer has."""
    path = unquote(path)
    if path.lower().startswith(("http:", "https:")):
        return bool(_INNER_HOST.match(path)) or "sharepoint.com/" in path.lower() or "d.docs.live.net" in path.lower()
    if _SERVER.match(path) and not path.lower().startswith("file:///"):
        return True
    folders = [part for part in re.split(r"[\\/]+", _DRIVE.sub("", path))[:-1] if part not in {"", ".", ".."}]
    return any(part.lower() not in _GENERIC for part in folders)


def is_inner_link(target: str) -> bool:
    """Return whether a link leads to a mail address, a file, an inner server, or carries a secret."""
    low = target.lower()
    if low.startswith(("mailto:", "file:", "\\\\", "tel:", "sip:", "ftp:")) or re.match(r"[a-z]:[\\/]", low):
        return True
    if low.startswith(("http:", "https:")):
        return bool(_INNER_HOST.match(target) or _SECRET.search(target)) or "@" in "".join(target.split("/")[2:3])
    return bool(re.search(r"[\\/]|\.(?:xlsx?|docx?|pdf|csv|pptx?|msg|txt)$", low)) and not low.startswith(("#", "//", "www."))
