"""Names of files in a bag, and the lists that hold them with their hashes. Source: RFC 8493, sections 2.1.3 and 2.2.1."""

import re
from collections.abc import Iterable, Mapping

PAYLOAD = "data/"
BAGIT, BAG_INFO, PAYLOAD_LIST, TAG_LIST = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
LONGEST_SHOWN = 100
_LINE = re.compile(r"([0-9a-f]{64})  ?(\S.*)", re.DOTALL)
_ENCODED = re.compile(r"%(0[dD]|0[aA]|25)")


def encoded(path: str) -> str:
    """Return a path as a list writes it: per cent signs and line ends encoded, and nothing else."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def decoded(path: str) -> str:
    """Return the path that a list means."""
    return _ENCODED.sub(lambda match: chr(int(match[1], 16)), path)


def is_plain(path: str) -> bool:
    """Return whether a path leads into the payload and nowhere else, on every system."""
    parts = path.split("/")
    return (path.startswith(PAYLOAD) and len(parts) > 1 and all(part not in ("", ".", "..") for part in parts)
            and not set(path) & set('\\:*?"<>|\0'))


def list_text(hashes: Mapping[str, str]) -> bytes:
    """Return a list of files with their hashes, in the order of the names."""
    return "".join(f"{digest}  {encoded(path)}\n" for path, digest in sorted(hashes.items())).encode()


def read_list(content: bytes) -> dict[str, str] | None:
    """Return the hash of each file of a list; None where it is no list or names a file twice."""
    try:
        lines = [line for line in re.split(r"\r\n|\r|\n", content.decode("utf-8")) if line]
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines]
    hashes = {decoded(match[2]): match[1] for match in matches if match}
    return hashes if len(hashes) == len(lines) else None


def info_text(fields: Mapping[str, str]) -> bytes:
    """Return what is said of a bag; a value is one line, whatever it held."""
    lines = [f"{label}: {' '.join(value.split())}\n" for label, value in fields.items() if value.strip()]
    return "".join(lines).encode("utf-8", errors="replace")


def shown(path: str) -> str:
    """Return a file's name as a message shows it: printable and not too long."""
    return "".join(sign if sign.isprintable() else "?" for sign in path)[:LONGEST_SHOWN]


def first_missing(wanted: Iterable[str], there: Iterable[str]) -> str | None:
    """Return the first name, in their order, that is wanted and not there."""
    return min(set(wanted) - set(there), default=None)
