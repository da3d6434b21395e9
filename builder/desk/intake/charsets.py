"""The character sets that browsers know, by the labels that pages declare them with.

The labels and what each means are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels), which
browsers follow: "gb2312" is read as GB 18030 and "iso-8859-1" as Windows-1252, as pages rely on it. ``codecs.lookup`` knows other
labels, and reads some of these as smaller sets.
"""

from __future__ import annotations

import codecs
from functools import cache

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859-2": "csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2",
    "iso8859-3": "csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3",
    "iso8859-4": "csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988",
    "iso8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso_8859-6:1987",
    "iso8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek",
    "iso8859-8": "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i iso-ir-138 iso_8859-8:1988 logical visual",
    "iso8859-10": "csisolatin6 iso-ir-157 l6 latin6",
    "iso8859-13": "",
    "iso8859-14": "",
    "iso8859-15": "csisolatin9 l9",
    "iso8859-16": "",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac-roman": "csmacintosh mac macintosh x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": (
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 "
        "latin1 us-ascii windows-1252 x-cp1252"
    ),
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": (
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"
    ),
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso2022_jp_ext": "csiso2022jp iso-2022-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
}  # fmt: skip
"""Codec of Python -> its labels. UTF-16 is told by its bytes; sets that browsers refuse or only scripts use are left out."""
_WIDER = {"euc_jp": "euc_jis_2004"}
"""Codec -> one that knows signs too which browsers read in its set, as the row of circled numbers in EUC-JP."""
_ESCAPES = {"iso2022_jp_ext"}
"""Sets that write other letters with bytes of ASCII: bytes of them are UTF-8 too, and mean something else."""


@cache
def _codecs() -> dict[str, str]:
    known = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
    for codec in _LABELS:
        if codec.startswith("iso8859-"):
            number = codec.partition("-")[2]
            known |= {
                f"{name}{number}": codec for name in ("iso-8859-", "iso8859-", "iso8859", "iso_8859-", "csiso8859")
            }  # fmt: skip
    return known


def codec_of(label: str) -> str | None:
    """Return the codec for a declared label, or None if browsers do not know it."""
    return _codecs().get(label.strip("\t\n\f\r ").casefold())


def has_escapes(codec: str) -> bool:
    """Return whether bytes of a set are to be read with it even if they are UTF-8."""
    return codec in _ESCAPES


def read(data: bytes, codec: str) -> str:
    """Return bytes decoded as browsers do: what the set does not have is U+FFFD, control bytes of a Windows set stay controls."""
    if codec in _WIDER:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            codec = _WIDER[codec]
    return data.decode(codec, _AS_BROWSERS if codec.startswith(("cp125", "cp874")) else "replace")


def _c1(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return (chr(byte) if 0x80 <= byte <= 0x9F else "\ufffd"), error.start + 1


_AS_BROWSERS = "variorum-as-browsers"
codecs.register_error(_AS_BROWSERS, _c1)
