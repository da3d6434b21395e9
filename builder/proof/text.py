"""Private texts: words, sentences and paragraphs by position in the normalised text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from msgspec import Struct

from builder.proof.normal import Normal, Span

CONTEXT_WORDS = 5
"""Number of words before and after a passage that its locator hashes."""

_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+|,[0-9]+)*")
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’)\]]*+\s+(?=["'“‘(\[]?[A-Z0-9])""")
_LAST_WORD = re.compile(r"[A-Za-z.]+\Z")
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof gen maj lt col sgt capt st no inc ltd vs "
    "etc e.g i.e u.s u.k u.n d.c a.m p.m".split()
)


class Text(Struct, frozen=True, dict=True):
    """One private text. Positions refer to the normalised text unless they are called raw."""

    name: str
    raw: str
    sha256: str
    """SHA-256 of the file's bytes."""

    @cached_property
    def normal(self) -> Normal:
        """The normalised text with its raw positions."""
        return Normal(self.raw)

    @cached_property
    def content(self) -> str:
        """The normalised text."""
        return self.normal.text

    @cached_property
    def words(self) -> list[Span]:
        """The spans of all words; an ellipsis is not a word."""
        return [match.span() for match in _WORD.finditer(self.content)]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The spans of all lines that are not blank."""
        found = []
        for match in re.finditer(r"[^\n]+", self.raw):
            start, end = self.normal.normal(match.span())
            if start < end and self.content[start:end].strip():
                found.append(self._trimmed(start, end))
        return found

    @cached_property
    def sentences(self) -> list[Span]:
        """The spans of all sentences, headlines included. No sentence crosses a line end."""
        found = []
        for start, end in self.paragraphs:
            last = start
            for match in _END.finditer(self.content, start, end):
                word = _LAST_WORD.search(self.content[max(last, match.start() - 12) : match.start()])
                name = word[0].casefold() if word else ""
                if self.content[match.start()] == "." and (name in _ABBREVIATIONS or len(name) == 1):
                    continue
                found.append(self._trimmed(last, match.end()))
                last = match.end()
            if self.content[last:end].strip():
                found.append(self._trimmed(last, end))
        return found

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
        """Return the span of the sentences that hold a passage, with ``before`` and ``after`` more sentences."""
        first = max(0, self.sentence_at(span[0]) - before)
        last = min(len(self.sentences) - 1, self.sentence_at(max(span[0], span[1] - 1)) + after)
        return self.sentences[first][0], self.sentences[last][1]

    def quotation(self, sentences: Span) -> Span:
        """Return a span of sentences, widened to all sentences of a quotation that it lies in."""
        start, end = sentences
        low, high = self.paragraph(sentences)
        if self.content.count('"', low, start) % 2:
            start = self.around((self.content.rindex('"', low, start),) * 2)[0]
        if self.content.count('"', low, end) % 2 and (mark := self.content.find('"', end, high)) >= 0:
            end = self.around((mark, mark + 1))[1]
        return start, end

    def paragraph(self, span: Span) -> Span:
        """Return the span of the paragraph in which a passage begins."""
        index = bisect_right(self.paragraphs, (span[0], len(self.content) + 1)) - 1
        return self.paragraphs[max(0, index)]

    def words_in(self, span: Span) -> list[Span]:
        """Return the spans of the words that lie wholly within a span."""
        first = bisect_left(self._word_starts, span[0])
        return self.words[first : max(first, bisect_right(self._word_ends, span[1]))]

    def past(self, position: int, words: int) -> int:
        """Return the end of the word after the next ``words`` words from a position; the text's end if there is none."""
        index = bisect_left(self._word_starts, position) + words
        return self._word_ends[index] if index < len(self.words) else len(self.content)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [start for start, _ in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [end for _, end in self.words]

    def printed_words(self, span: Span) -> list[str]:
        """Return the words of a span as printed."""
        return [self.content[start:end] for start, end in self.words_in(span)]

    def context(self, span: Span) -> tuple[str, str]:
        """Return the hashes of the ``CONTEXT_WORDS`` words before and after a passage."""
        last = bisect_right(self._word_ends, span[0])
        first = bisect_left(self._word_starts, span[1])
        before = [self.content[a:b] for a, b in self.words[max(0, last - CONTEXT_WORDS) : last]]
        after = [self.content[a:b] for a, b in self.words[first : first + CONTEXT_WORDS]]
        return _hash(before), _hash(after)


@lru_cache(maxsize=64)
def text_of(name: str, data: bytes) -> Text:
    """Return the text of a file. Bytes that are not UTF-8 become replacement characters. Cached."""
    raw = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Text(name, raw, hashlib.sha256(data).hexdigest())


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).casefold().encode()).hexdigest()[:12]
