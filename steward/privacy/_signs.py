"""Makes the signs of texts plain one for one, all texts together: quicker than patterns where every text is foreign."""

import sys
import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Table = npt.NDArray[np.uint32]
_GONE = 0xFFFFFFFF
_LAST = 0x20000          # beyond stand rare Han signs, and tags that nobody sees
_TAGS = range(0xE0000, 0xE1000)   # Unicode, DerivedCoreProperties: Default_Ignorable_Code_Point, those not yet given out too
_AT_ONCE = 1 << 22       # signs of one pass; four bytes each
_DASHES, _QUOTES = "\u2212\u2043", "‘’"
_BARRED = dict(zip("đĐłŁøØ", "dDlLoO", strict=True))   # letters that no form takes apart
_ALIKE = "аеорсухіјѕԁԛԝАВЕКМНОРСТУХІЅЈοΟΑΒΕΖΗΙΚΜΝΡΤΥΧν"
_LATIN = "aeopcyxijsdqwABEKMHOPCTYXISJoOABEZHIKMNPTYXv"


@cache
def plain_signs() -> Table:
    """Return for each sign what stands for it: no accents and invisible signs, plain dashes, quotes and digits."""
    table = np.arange(_LAST, dtype=np.uint32)
    for number in range(0x80, _LAST):
        table[number] = _plain(chr(number))
    return table


def _plain(sign: str) -> int:
    kind = unicodedata.category(sign)
    if kind in ("Cf", "Mn"):
        return _GONE
    if kind == "Nd":
        return ord(str(unicodedata.decimal(sign)))
    if kind == "Pd" or sign in _DASHES:
        return ord("-")
    return ord("'") if sign in _QUOTES else ord(_BARRED.get(sign, sign))


@cache
def latin_letters() -> Table:
    """Return for each sign the Latin letter that it looks like, else itself. Source: Unicode Technical Standard 39."""
    table = np.arange(_LAST, dtype=np.uint32)
    table[[ord(sign) for sign in _ALIKE]] = [ord(sign) for sign in _LATIN]
    return table


def rewritten(texts: pa.Array, table: Table) -> pa.Array:
    """Return the texts, none of them null, sign for sign as the table has it."""
    if not len(texts):
        return texts
    step = max(1, _AT_ONCE * len(texts) // max(1, texts.nbytes))
    parts = [_rewritten(texts.slice(start, step), table) for start in range(0, len(texts), step)]
    return pa.concat_arrays(parts)


def _rewritten(texts: pa.Array, table: Table) -> pa.Array:
    import pyarrow.compute as pc

    codec = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    codes = np.frombuffer("".join(texts.to_pylist()).encode(codec), np.uint32)
    signs = table[np.minimum(codes, _LAST - 1)]
    beyond = codes >= _LAST
    if beyond.any():
        signs[beyond] = np.where((codes[beyond] >= _TAGS.start) & (codes[beyond] < _TAGS.stop), _GONE, codes[beyond])
    kept = signs != _GONE
    counted = np.concatenate(([0], np.cumsum(kept)))
    ends = counted[np.cumsum(pc.utf8_length(texts).to_numpy(zero_copy_only=False))].tolist()
    whole = signs[kept].tobytes().decode(codec)
    return pa.array([whole[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)], texts.type)
