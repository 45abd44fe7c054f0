"""What the two processes tell to each other: each word with its length before it, over pipes."""

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct("<Q")


def tell(stream: IO[bytes], word: Any) -> None:
    """Tell one word. Raises: OSError where nobody listens any more."""
    packed = pickle.dumps(word, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def hear(stream: IO[bytes]) -> Any:
    """Return the next word. Raises: EOFError where the other side has ended."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301 - both ends are our own code, and it parses nothing of others


def _exactly(stream: IO[bytes], size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise EOFError
    return read
