"""Where a link of an old Excel workbook leads. Source: MS-OSHARED 2.3.7."""

import struct

_MONIKER, _PLACE, _DISPLAY, _FRAME, _AS_TEXT = 1, 8, 0x10, 0x80, 0x100
_ADDRESS = bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B")
_FILE = bytes.fromhex("0303000000000000C000000000000046")
_START = 16 + 8


def link(body: bytes) -> str:
    """Return the address or file that a link leads to, empty where it leads into the workbook. Raises: struct.error."""
    flags, = struct.unpack_from("<I", body, 20)
    place = _START
    for flag in (_DISPLAY, _FRAME):
        if flags & flag:
            place += 4 + 2 * struct.unpack_from("<I", body, place)[0]
    if not flags & _MONIKER:
        return ""
    if flags & _AS_TEXT:
        return _wide(body, place + 4, 2 * struct.unpack_from("<I", body, place)[0])
    kind, place = body[place:place + 16], place + 16
    if kind == _ADDRESS:
        return _wide(body, place + 4, struct.unpack_from("<I", body, place)[0])
    return _file(body, place) if kind == _FILE else ""


def _file(body: bytes, place: int) -> str:
    """Return a path: in letters of one byte, and in wide ones where those do not do."""
    size, = struct.unpack_from("<I", body, place + 2)
    narrow = body[place + 6:place + 6 + size].split(b"\0")[0].decode("cp1252", "replace")
    place += 6 + size + 24
    if struct.unpack_from("<I", body, place)[0]:
        return _wide(body, place + 10, struct.unpack_from("<I", body, place + 4)[0])
    return narrow


def _wide(body: bytes, place: int, size: int) -> str:
    return body[place:place + size].decode("utf-16-le", "replace").split("\0")[0]
