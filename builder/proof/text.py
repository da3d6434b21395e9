"""A private text, read once: its words, sentences and paragraphs, all by position in the normalised text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from msgspec import Struct

from builder.proof.normal import Normal, Span
from builder.values.lexicon import months_behind_a_dot

CONTEXT_WORDS = 5
"""How many words before and after a passage its locator hashes."""

_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+|,[0-9]+)*")
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’)\]]*+\s+(?=["'“‘(\[]?([^\W_]))""")
_LAST_WORD = re.compile(r"(?:[^\W\d_]|\.)+\Z")
_DAY = re.compile(r"(?<![\w.,])[0-9]{1,2}\Z")
_NEXT = re.compile(r"\w+")
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof gen maj lt col sgt capt st no inc ltd vs "
    "etc e.g i.e u.s u.k u.n d.c a.m p.m".split()
)


class Text(Struct, frozen=True, dict=True):
    """One private text. Positions are those of the normalised text unless they are called raw."""

    name: str
    raw: str
    sha256: str
    """Of the file's bytes."""

    @cached_property
    def normal(self) -> Normal:
        """The text in one typography."""
        return Normal(self.raw)

    @cached_property
    def content(self) -> str:
        """The normalised text."""
        return self.normal.text

    @cached_property
    def words(self) -> list[Span]:
        """Every word; ellipses are none."""
        return [match.span() for match in _WORD.finditer(self.content)]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The printed lines that hold anything."""
        found = []
        for match in re.finditer(r"[^\n]+", self.raw):
            start, end = self.normal.normal(match.span())
            if start < end and self.content[start:end].strip():
                found.append(self._trimmed(start, end))
        return found

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences; a headline is one. None crosses a line's end."""
        found = []
        for start, end in self.paragraphs:
            last = start
            for match in _END.finditer(self.content, start, end):
                word = _LAST_WORD.search(self.content[max(last, match.start() - 12) : match.start()])
                name = word[0].casefold() if word else ""
                if self.content[match.start()] == "." and (name in _ABBREVIATIONS or len(name) == 1):
                    continue
                if not (match[1].isupper() or match[1].isdecimal()) or self._is_ordinal(match):
                    continue
                found.append(self._trimmed(last, match.end()))
                last = match.end()
            if self.content[last:end].strip():
                found.append(self._trimmed(last, end))
        return found

    def _is_ordinal(self, end: re.Match[str]) -> bool:
        """Return whether a full stop belongs to the day before a month: German "am 14. Dezember"."""
        before = self.content[max(0, end.start() - 4) : end.start()]
        after = _NEXT.match(self.content, end.end())
        return bool(_DAY.search(before) and after and after[0].casefold() in months_behind_a_dot())

    def _trimmed(self, start: int, end: int) -> Span:
        text = self.content
        while start < end and text[start] == " ":
            start += 1
        while start < end and text[end - 1] == " ":
            end -= 1
        return start, end

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that holds a position."""
        return max(0, bisect_right(self.sentences, (position, len(self.content) + 1)) - 1)

    def around(self, span: Span, before: int = 0, after: int = 0) -> Span:
        """Return the sentences that hold a passage, and as many more before and after."""
        first = max(0, self.sentence_at(span[0]) - before)
        last = min(len(self.sentences) - 1, self.sentence_at(max(span[0], span[1] - 1)) + after)
        return self.sentences[first][0], self.sentences[last][1]

    def quotation(self, sentences: Span) -> Span:
        """Return a span of sentences, widened to those where a quotation that it lies in begins and ends."""
        start, end = sentences
        low, high = self.paragraph(sentences)
        if self.content.count('"', low, start) % 2:
            start = self.around((self.content.rindex('"', low, start),) * 2)[0]
        if self.content.count('"', low, end) % 2 and (mark := self.content.find('"', end, high)) >= 0:
            end = self.around((mark, mark + 1))[1]
        return start, end

    def paragraph(self, span: Span) -> Span:
        """Return the paragraph in which a passage begins."""
        index = bisect_right(self.paragraphs, (span[0], len(self.content) + 1)) - 1
        return self.paragraphs[max(0, index)]

    def words_in(self, span: Span) -> list[Span]:
        """Return the words that lie wholly within a span."""
        first = bisect_left(self._word_starts, span[0])
        return self.words[first : max(first, bisect_right(self._word_ends, span[1]))]

    def past(self, position: int, words: int) -> int:
        """Return where one word more than so many ends after a position; the text's end where there are no more."""
        index = bisect_left(self._word_starts, position) + words
        return self._word_ends[index] if index < len(self.words) else len(self.content)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [start for start, _ in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [end for _, end in self.words]

    def said(self, span: Span) -> list[str]:
        """Return the words of a span as they stand."""
        return [self.content[start:end] for start, end in self.words_in(span)]

    def context(self, span: Span) -> tuple[str, str]:
        """Return the hashes of the words before and after a passage."""
        last = bisect_right(self._word_ends, span[0])
        first = bisect_left(self._word_starts, span[1])
        before = [self.content[a:b] for a, b in self.words[max(0, last - CONTEXT_WORDS) : last]]
        after = [self.content[a:b] for a, b in self.words[first : first + CONTEXT_WORDS]]
        return _hash(before), _hash(after)


@lru_cache(maxsize=64)
def text_of(name: str, data: bytes) -> Text:
    """Return the text of a file's bytes; bytes that are not UTF-8 become replacement characters."""
    raw = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Text(name, raw, hashlib.sha256(data).hexdigest())


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).casefold().encode()).hexdigest()[:12]
