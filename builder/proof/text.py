"""Private texts: words, sentences and paragraphs by position in the normalised text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec import Struct

from builder.proof.marks import is_inch, singles
from builder.proof.normal import Normal, Span
from builder.proof.stops import ends, stretches
from builder.values.figures import search
from builder.values.quantity import Number
from builder.values.scripts import is_simple
from builder.values.text import ELLIPSIS, bare, spans

Read = TypeVar("Read")

CONTEXT_WORDS = 5
"""Number of words before and after a passage that its locator hashes."""

_OPENING = frozenset("“„«‟‘‚‹「『")
_QUOTE = re.compile(r'"(?<![א-ת]")|"(?![א-ת])')
"""A quotation mark; between two Hebrew letters it is the sign of an abbreviation."""
_BRACKETED = re.compile(r"\[[^\W\d_]\](?=[^\W\d_])")
_BRACKETS = (("「", "」"), ("『", "』"))
"""Marks of quotations that a typography of its own has, each with the one that closes it."""


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
        """Every word; ellipses are none."""
        return [span for span in spans(self.content) if self.content[span[0]] != ELLIPSIS]

    @cached_property
    def folded(self) -> list[str]:
        """Every word as printed, in small letters."""
        return [word.casefold() for word in self.printed_words((0, len(self.content)))]

    def figures(self, language: str) -> list[search.Found]:
        """Return every figure, read in a language."""
        return self._read("figures", language, lambda: search.find(self.content, language))

    def numbers(self, language: str) -> list[Number]:
        """Return the value of every number, those of days and names included."""
        return self._read(
            "numbers", language, lambda: [value for _, _, value in search.numbers(self.content, language)]
        )

    def numbers_in_sentences(self, language: str) -> set[Number]:
        """Return the values of the numbers read sentence by sentence: "4 June 2031" at the head and "Twelve people" below it are no number together."""
        return self._read(
            "numbers in sentences",
            language,
            lambda: {
                value
                for start, end in self.sentences
                for _, _, value in search.numbers(self.content[start:end], language)
            },
        )

    def _read(self, what: str, language: str, read: Callable[[], Read]) -> Read:
        """Return what a text has in a language, read once: a server holds every change against the same texts."""
        kept = self.__dict__.setdefault("kept", {})
        if (what, language) not in kept:
            kept[what, language] = read()
        found: Read = kept[what, language]
        return found

    @cached_property
    def is_simple(self) -> bool:
        """Whether all letters are Latin, as ``builder.values.scripts`` tells them."""
        return is_simple(self.content)

    @cached_property
    def has_bracketed_letters(self) -> bool:
        """Whether the text prints first letters in brackets, as in ``[T]he``: quotations that others cut."""
        return _BRACKETED.search(self.content) is not None

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
            for stop in ends(self.content, start, end, self._opens):
                found.append(self._trimmed(last, stop))
                last = stop
            if self.content[last:end].strip():
                found.append(self._trimmed(last, end))
        return found

    def stretches(self, sentence: Span) -> list[Span]:
        """Return the parts of a sentence that may be sentences of their own, in scripts that print no full stops."""
        return list(stretches(self.content, *sentence))

    def _opens(self, position: int) -> bool:
        """Return whether a quotation mark was printed as one that opens; a straight one opens where none is open."""
        printed = self.raw[self.normal.raw((position, position + 1))[0]]
        if printed != self.content[position]:
            return printed in _OPENING
        if printed == "'":
            return False
        first = bisect_left(self._quotes, self.paragraph((position, position + 1))[0])
        return (bisect_left(self._quotes, position) - first) % 2 == 0

    @cached_property
    def _quotes(self) -> list[int]:
        found = []
        for start, end in self.paragraphs:
            marks = [match.start() for match in _QUOTE.finditer(self.content, start, end)]
            inches = [at for at in marks if is_inch(self.content, at)]
            # One too many, and it stands behind a figure: a 12" pipe.
            found += [at for at in marks if not (len(marks) % 2 and [at] == inches)]
        return found

    @cached_property
    def _singles(self) -> list[Span]:
        """The stretches in single quotation marks."""

        def printed(at: int) -> str:
            return self.raw[self.normal.raw((at, at + 1))[0]]

        return [span for start, end in self.paragraphs for span in singles(self.content, start, end, printed)]

    def _in_singles(self, position: int) -> Span | None:
        """Return the stretch in single quotation marks in which a place stands, or None."""
        index = bisect_right(self._singles, (position, len(self.content) + 1)) - 1
        return self._singles[index] if index >= 0 and position < self._singles[index][1] else None

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

    def next_to(self, sentence: Span, step: int) -> Span | None:
        """Return the sentence before another one (-1) or behind it (1); None where its paragraph has none there."""
        at = self.sentence_at(sentence[0] if step < 0 else sentence[1] - 1) + step
        if not 0 <= at < len(self.sentences):
            return None
        found = self.sentences[at]
        return found if self.paragraph(found) == self.paragraph(sentence) else None

    def quotation(self, sentences: Span) -> Span:
        """Return a span of sentences, widened to all sentences of a quotation that it lies in."""
        start, end = sentences
        low, high = self.paragraph(sentences)
        quotes = self._quotes
        first, at, after = (bisect_left(quotes, place) for place in (low, start, end))
        if (at - first) % 2:
            start = self.around((quotes[at - 1],) * 2)[0]
        if (after - first) % 2 and after < len(quotes) and quotes[after] < high:
            end = self.around((quotes[after], quotes[after] + 1))[1]
        for opening, closing in _BRACKETS:
            opened = self.content.rfind(opening, low, start)
            if opened > self.content.rfind(closing, low, start):
                start = self.around((opened, opened))[0]
            closed = self.content.find(closing, end, high)
            opens = self.content.find(opening, end, high)
            if closed >= 0 and not 0 <= opens < closed:
                end = self.around((closed, closed + 1))[1]
        if (single := self._in_singles(start)) is not None:
            start = min(start, self.around((single[0],) * 2)[0])
        if (single := self._in_singles(max(start, end - 1))) is not None:
            end = max(end, self.around((single[1] - 1, single[1]))[1])
        return start, end

    def is_quoted(self, span: Span) -> bool:
        """Return whether a passage stands inside quotation marks, wholly."""
        low, high = self.paragraph(span)
        first, at, after = (bisect_left(self._quotes, place) for place in (low, span[0], span[1]))
        if (at - first) % 2 and at == after:
            return True
        for opening, closing in _BRACKETS:
            opened = self.content.rfind(opening, low, span[0])
            closed = self.content.find(closing, span[0], high)
            if opened > self.content.rfind(closing, low, span[0]) and closed >= span[1]:
                return True
        single = self._in_singles(span[0])
        return single is not None and span[1] <= single[1]

    def is_left_open(self, span: Span) -> bool:
        """Return whether a passage stands behind a quotation mark that nothing closes: no paragraph goes on with it."""
        low, high = self.paragraph(span)
        first, at, last = (bisect_left(self._quotes, place) for place in (low, span[0], high))
        goes_on = last < len(self._quotes) and any(
            start == self._quotes[last] for start, _ in self.paragraphs if start >= high
        )
        return (at - first) % 2 == 1 and at == last and not goes_on

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
        """Return the words of a span as they stand, without brackets around a first letter."""
        return [bare(self.content[start:end]) for start, end in self.words_in(span)]

    def context(self, span: Span) -> tuple[str, str]:
        """Return the hashes of the ``CONTEXT_WORDS`` words before and after a passage."""
        last = bisect_right(self._word_ends, span[0])
        first = bisect_left(self._word_starts, span[1])
        before = [bare(self.content[a:b]) for a, b in self.words[max(0, last - CONTEXT_WORDS) : last]]
        after = [bare(self.content[a:b]) for a, b in self.words[first : first + CONTEXT_WORDS]]
        return _hash(before), _hash(after)


@lru_cache(maxsize=64)
def text_of(name: str, data: bytes) -> Text:
    """Return the text of a file. Bytes that are not UTF-8 become replacement characters. Cached."""
    raw = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Text(name, raw, hashlib.sha256(data).hexdigest())


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).casefold().encode()).hexdigest()[:12]
