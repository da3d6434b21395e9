"""Whether a text makes words in the character set that it was read with.

Any bytes can be read with most sets, and make a text of wrong letters. Where that cannot be ruled out, nothing is stored.
"""

from __future__ import annotations

import re
from collections import Counter

from builder.desk.intake import charsets

NAMES = {"cp1252": "Windows-1252", "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "gb18030": "GB 18030", "big5hkscs": "Big5", "cp949": "EUC-KR"}  # fmt: skip
"""Codecs that may be guessed -> their names for editors."""
_ALIKE = {
    "cp932": "cp932", "shift_jis": "cp932", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932", "euc_jp": "euc_jp",
    "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "big5hkscs": "big5hkscs", "cp950": "big5hkscs", "cp949": "cp949", "euc_kr": "cp949", "johab": "cp949",
}  # fmt: skip
MOST_ACCENTED = 0.5
"""Share of non-ASCII letters above which a text is not taken for one of a Latin set: no language written in it has so many."""
_LATIN = {"cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "mac-roman"} | {
    f"iso8859-{n}" for n in (2, 3, 4, 10, 13, 14, 15, 16)
}
_WESTERN = frozenset("af br ca co cy da de en es eu fi fo fr ga gd gl is it lb ms nb nl nn no oc pt rm sq sv sw tl wa".split())  # fmt: skip
"""Languages that Windows-1252 writes."""
_ICELANDIC = frozenset({"is", "fo"})
# Letters of other languages' sets, as Windows-1252 shows them: Turkish "ðýþ", Czech "ìø" beside "šž", Polish "³¹ê", Romanian "ãþº".
_FOREIGN = re.compile(r"[ðýþÐÝÞŠšŽž]|[^\W\d_][¹³¶¼¾¢¥¦¨´¸¯±²¿£¤ªº][^\W\d_]")  # fmt: skip
# UTF-8 that was taken for Windows-1252 once: "Ã©", "â€œ".
_TWICE = re.compile("[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbfœ™˜“”¦¢]")
# The commonest words of a language that its neighbours do not have: Dutch has "der", Portuguese "que", Catalan "les".
_COMMON = {
    "en": "the of and to that was were with by for from his her had has have said they which their not this would after",
    "de": "und nicht ist mit sich auf dem das eine einer einem von zu im zum zur für wurde wurden werden nach bei auch wie sei seien aus vom dass haben sagte",
    "fr": "les des par ses dans est pour sur pas aux une et du cette ont été avec elle sont ce selon après leur mais plus qu était dit être aussi où deux trois",
    "es": "los las y con del fue más una el su al también según después pero ha han sin sobre este esta hay dijo había fueron hasta muy",
}
# The letters of a language, and those of them without which no text of some length is in it.
_ALPHABETS = {
    "ru": (frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё"), frozenset("ыэ")),
    "uk": (frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), frozenset("іїє")),
}
_LEAST_CYRILLIC = 150
_VOWELS = frozenset("аеєиіїоуыэюяёўѣъ")
_KANA, _HAN, _HANGUL = re.compile("[ぁ-ヿ]"), re.compile("[\u4e00-\u9fff]"), re.compile("[가-힣]")


def language_of(text: str) -> str | None:
    """Return the language of a text where it is sure: an eighth of its words are some that no other language has so many of."""
    text = text[:50_000].casefold()
    if code := _in_cyrillic(text):
        return code
    words = Counter(re.findall(r"[^\W\d_]+", text))
    least = max(5, words.total() / 8)
    found = {
        code: count
        for code, common in _COMMON.items()
        if (count := sum(words[word] for word in common.split())) >= least
    }
    first = max(found, key=found.__getitem__, default=None)
    # A text of two languages is surely in neither.
    return (
        first
        if first and all(2 * found[other] <= found[first] for other in found if other != first)
        else None
    )


def _in_cyrillic(text: str) -> str | None:
    """Return whether a text is Russian or Ukrainian, by the letters that each has and no other: one letter of another language's leaves it open."""
    letters = re.findall(r"[^\W\d_]", text)
    cyrillic = {letter for letter in letters if "\u0400" <= letter <= "\u052f"}
    number = sum(letter in cyrillic for letter in letters)
    if number < max(_LEAST_CYRILLIC, 0.8 * len(letters)):
        return None
    found = [code for code, (all_, own) in _ALPHABETS.items() if cyrillic <= all_ and own <= cyrillic]
    return found[0] if len(found) == 1 else None


def guess(data: bytes) -> str | None:
    """Return the codec of bytes that declare none and are not UTF-8, or None if that cannot be told.

    Of sets of one byte a letter, only Windows-1252 is ever guessed; whether it was right, ``unlikely`` says of the text.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=[*_ALIKE]).best()
    codec = _ALIKE.get(best.encoding) if best else None
    # Half of all bytes are those of letters in these sets: in Latin ones, accents are few.
    if codec and sum(byte > 0x7F for byte in data) > 0.3 * len(data.translate(None, b" \t\r\n<>/=\"'")):
        text = charsets.read(data, codec)
        if "\ufffd" not in text and not _eastern(text, codec):
            return codec
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return "cp1252"


def unlikely(text: str, charset: str, declared: bool, language: str | None) -> str | None:
    """Return why a text does not make words as one of a character set, or None if it does."""
    codec = charsets.codec_of(charset) or next(
        (code for code, name in NAMES.items() if name == charset), None
    )
    if codec is None:
        return None
    letters = sum(char.isalpha() for char in text)
    if codec in _LATIN and sum(char.isalpha() and char > "\x7f" for char in text) > MOST_ACCENTED * letters:
        return "makes no words"
    if len(_TWICE.findall(text)) > 2:
        return "has the marks of UTF-8 that was read wrongly"
    if codec == "cp1252" and not declared:
        return _not_western(text, language)
    if codec == "utf-8":
        return None
    if codec in NAMES:
        return _eastern(text, codec)
    return _cyrillic(text)


def _cyrillic(text: str) -> str | None:
    """Return why a text is not likely of a language written in Cyrillic letters, or None. Text in other letters may be."""
    letters = re.findall("[\u0400-\u04ff]", text)
    if len(letters) < 50:
        return None
    vowels = sum(letter.casefold() in _VOWELS for letter in letters)
    small = sum(letter.islower() for letter in letters)
    # In one set of these, small letters stand where capital ones stand in another.
    sound = 0.34 * len(letters) <= vowels <= 0.52 * len(letters) and small > 0.5 * len(letters)
    return None if sound else "makes no words"


def _not_western(text: str, language: str | None) -> str | None:
    code = (language or "").partition("-")[0]
    if code and code not in _WESTERN:
        return f"is no text in the language that the page declares ({language})"
    # Of Baltic letters, as Windows-1252 shows them, many are French ones that are rare in French.
    rare, usual = (sum(char in some for char in text.casefold()) for some in ("âîû", "éè"))
    if rare > max(usual, 0.02 * sum(char.isalpha() for char in text)):
        return "has more circumflexes than any language that it is for"
    # Hungarian and Estonian: no language of this set has both.
    if re.search("[õÕ]", text) and re.search("[öüÖÜ]", text):
        return "has letters of two languages"
    if code not in _ICELANDIC and (found := _FOREIGN.search(text)):
        return f'has letters that may be wrong: "{found[0][:3]}"'
    return None


def _eastern(text: str, codec: str) -> str | None:
    """Return why a text is not likely Japanese, Chinese or Korean, as its set has it, or None. Latin text is likely in each."""
    kana, han, hangul = (len(kind.findall(text)) for kind in (_KANA, _HAN, _HANGUL))
    number = kana + han + hangul
    if codec == "cp1252" or number < 20:
        return None
    none = "makes no words"
    if codec in ("cp932", "euc_jp"):
        return none if kana < 0.15 * number else None
    if codec == "cp949":
        return none if hangul < 0.6 * number or text.count(" ") < 0.05 * number else None
    # Korean read so is Chinese characters with spaces.
    if len(re.findall("[\u4e00-\u9fff] [\u4e00-\u9fff]", text)) > 0.03 * number:
        return none
    return none if kana > 0.05 * number or han < 0.9 * number or _rare(text) > 0.1 * han else None


def _rare(text: str) -> int:
    """Return how many Chinese characters are not among the 9,000 or so that the first parts of GB 2312 and Big5 list as usual."""
    return sum(number for char, number in Counter(_HAN.findall(text)).items() if not _usual(char))


def _usual(char: str) -> bool:
    for codec, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if low <= char.encode(codec)[0] <= high:
                return True
        except UnicodeEncodeError:
            continue
    return False
