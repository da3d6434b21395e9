"""Makes a page's tree hold what a browser shows, with scripts on: for the text that is stored, and for the byline and day beside it."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

_NEVER = ("script", "style", "template", "noscript", "del", "s", "strike", "svg", "iframe", "object", "select", "datalist", "rp")  # fmt: skip
"""Elements that a browser with scripts does not show, or shows struck out, and what is no text."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|\Z)", re.IGNORECASE)  # fmt: skip
_FOR_READERS_ALOUD = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only sf-hidden screenreader sr-text u-visually-hidden a11y-hidden".split())  # fmt: skip
"""Classes by which sites keep words from the screen and leave them to screen readers."""
_NOTE_CLASS = re.compile(r"foot-?note|fn-?ref|note-?ref|reference|endnote|cite-?ref", re.IGNORECASE)
_NOTE = re.compile(
    r"[\[(]?\s*(?:[0-9]{1,3}|[*†‡§¶#]{1,3}|[ivx]{1,4}|[a-z])(?:\s*[,–-]\s*[0-9]{1,3})*\s*[\])]?\Z",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\[(]?\s*(?:[0-9]{1,3}(?:\s*[,–-]\s*[0-9]{1,3})*|[*†‡§¶#]{1,3})\s*[\])]?\Z")
_UNIT = re.compile(
    r"(?:(?<![^\W\d_])(?:k|c|d|m|μ|µ)?m|(?<![^\W\d_])(?:ft|in|yd|mi|km|s|sec)|miles?|feet|met(?:re|er)s?|kilomet(?:re|er)s?)\Z",
    re.IGNORECASE,
)
_POWER = re.compile(r"(?:(?<![\d.,])10|(?<!\w)[^\W\d_])\Z")
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol table blockquote article section br figure pre hr form dl".split()
)
_GONE = "variorum-gone"
"""Tag of what is to be taken away."""
_WITHIN_WORDS = frozenset("b i em strong u font sup sub small mark wbr abbr cite bdi".split())
_MOST_HIDDEN = 0.4
"""Share of a page's text above which a style sheet is not believed to hide it."""
_CELL = 200
"""Length of a cell's text from which a table is one of columns of text, not of data."""

_MARKS = {
    "“”‘’": "en zh ko hi th vi id ms tr da lv pt gl eu af",
    "„“‚‘": "de cs sk sl hr is lb",
    "«»‹›": "de-CH fr-CH it-CH fa",
    "«»“”": "es it pt-PT ca el sq",
    "«»«»": "fr hy",
    "«»„“": "ru uk be",
    "«»‘’": "nb nn no",
    "„”«»": "pl ro",
    "„”»«": "hu",
    "„“‘’": "mk sr",
    "„“„“": "bg lt ka",
    "„“«»": "et",
    "„”‘’": "bs",
    "””’’": "sv fi he",
    "‘’“”": "nl",
    "「」『』": "ja zh-TW zh-HK zh-Hant",
    "”“’‘": "ar",
}
_QUOTES = {code: marks for marks, codes in _MARKS.items() for code in codes.split()}
"""Language -> the marks that browsers put around <q>: outer and inner ones, from Unicode's CLDR."""


def show(tree: Any, *, scripts: bool = True) -> None:
    """Change a page's tree to what a browser shows: no hidden or deleted text, no marks of footnotes, <q> with quotation marks.

    ``scripts`` says whether it is a browser that runs scripts.
    """
    _drop_hidden(tree, _NEVER if scripts else tuple(tag for tag in _NEVER if tag != "noscript"))
    for element in list(tree.iter("sup")):
        _raise(element)
    _drop_note_links(tree)
    for element in list(tree.iter("q")):
        _quote(element)
    for element in tree.iter("p", "span", "b", "i", "em", "strong", "a", "li", "h1", "h2", "h3"):
        # It keeps words from screen readers, not from the screen. trafilatura takes them for hidden.
        element.attrib.pop("aria-hidden", None)
    # By lxml itself, because texts put together one by one take quadratic time.
    etree.strip_tags(tree, _GONE, "ins", "sub", "sup", "q", "wbr", "bdi", "bdo")
    for element in tree.iter():
        # What stood on both sides of a tag becomes one text: reading many small ones takes quadratic time too.
        element.text, element.tail = element.text, element.tail
    flatten(tree)


def _drop_hidden(tree: Any, never: tuple[str, ...]) -> None:
    classes = _hidden_classes(tree)
    whole = _letters(tree)
    for element in list(tree.iter()):
        if element.tag in ("html", "body", "head", _GONE) or not isinstance(element.tag, str):
            continue
        if element.tag in never or _is_hidden(element, classes, whole):
            _drop(element)


def _letters(element: Any) -> int:
    """Return how many letters the paragraphs in an element have."""
    return sum(len(part.text_content()) for part in element.iter("p"))


def _is_hidden(element: Any, classes: frozenset[str], whole: int) -> bool:
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return True
    if element.tag == "input" or (element.get("style") and _HIDING.search(element.get("style"))):
        return True
    own = element.get("class")
    if not own or classes.isdisjoint(own.split()):
        return False
    # A page that hides its story until all of it has come shows it then, by rules that the saved page need not have.
    return element.find(".//h1") is None and _letters(element) <= _MOST_HIDDEN * whole


def _hidden_classes(tree: Any) -> frozenset[str]:
    """Return the classes that the page's own style sheets hide wherever they stand, and show nowhere."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for style in tree.iter("style"):
        for rule in without_comments((style.text or "")[:1_000_000]).split("}"):
            selectors, _, rules = rule.rpartition("{")
            selectors = selectors.rpartition("{")[2]
            hides = bool(re.search(r"display\s*:\s*none", rules, re.IGNORECASE))
            if not hides and not re.search(r"display\s*:", rules, re.IGNORECASE):
                continue
            for selector in selectors.split(","):
                alone = re.fullmatch(r"\s*\.(-?[_a-zA-Z][\w-]*)\s*", selector)
                if hides and alone:
                    hidden.add(alone[1])
                elif not hides:
                    shown.update(re.findall(r"\.(-?[_a-zA-Z][\w-]*)", selector))
    return frozenset(hidden - shown) | _FOR_READERS_ALOUD


def without_comments(text: str) -> str:
    """Return a text without what stands in ``/* */``."""
    parts = text.split("/*")
    return parts[0] + "".join(part.partition("*/")[2] for part in parts[1:])


def _drop(element: Any) -> None:
    """Empty an element and mark it, for ``show`` to take all of them away at once."""
    element.clear(keep_tail=True)
    element.tag = _GONE


def _raise(element: Any) -> None:
    """Take a footnote's mark away, and print an exponent as one, so that "450" with a mark stays 450."""
    said = " ".join(element.text_content().split())
    before = _before(element)
    is_note = (
        element.find(".//a[@href]") is not None
        or _NOTE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}")
    ) and _NOTE.match(said)  # fmt: skip
    if (
        not is_note
        and re.fullmatch(r"[-−+]?[0-9n]{1,3}", said)
        and (_UNIT.search(before) or _POWER.search(before))
    ):
        element.clear(keep_tail=True)
        element.text = said.translate(_RAISED)
    elif is_note or _MARK.match(said):
        _drop(element)


def _before(element: Any) -> str:
    """Return the last characters of the text that stands directly before an element."""
    previous = element.getprevious()
    if previous is None:
        return (element.getparent().text or "")[-20:] if element.getparent() is not None else ""
    return (previous.tail or previous.text_content() or "")[-20:]


def _drop_note_links(tree: Any) -> None:
    for link in list(tree.iter("a")):
        said = " ".join((link.text_content() or "").split())
        reference = "noteref" in f"{link.get('role') or ''}{link.get('epub:type') or ''}"
        here = reference or (link.get("href") or "").startswith("#")
        bracketed = re.fullmatch(r"\[\s*(?:[0-9]{1,3}|[a-z*†‡])\s*\]", said)
        named = _NOTE_CLASS.search(
            f"{link.get('class') or ''} {link.get('id') or ''} {link.get('href') or ''}"
        )
        if here and (bracketed or ((named or reference) and _NOTE.match(said))):
            _drop(link)


def _quote(element: Any) -> None:
    said = element.text_content().strip()
    if said[:1] and said[0] in '“„«‘‚‹「『"”»':
        return
    inner = any(parent.tag == "q" for parent in element.iterancestors())
    marks = quotation_marks(_language(element))
    opening, closing = marks[2 * inner], marks[2 * inner + 1]
    element.text = opening + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + closing
    else:
        element.text += closing


def _language(element: Any) -> str:
    """Return the language around an element: that of <q> itself is not asked, as its marks belong to the text around it."""
    for parent in element.iterancestors():
        if (
            code := parent.get("lang")
            or parent.get("xml:lang")
            or parent.get("{http://www.w3.org/XML/1998/namespace}lang")
        ):
            return str(code)
    return ""


def shown_text(element: Any) -> str:
    """Return an element's text as one line, with spaces between the parts that stand apart on a page."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(part.tag, str):
            continue
        gap = "" if part.tag in _WITHIN_WORDS else " "
        parts += [gap, (part.text or "") if event == "start" else gap]
        if event == "end" and part is not element:
            parts.append(part.tail or "")
    return " ".join("".join(parts).split())


def quotation_marks(language: str) -> str:
    """Return the four marks that browsers put around <q> in a language (BCP 47): outer opening and closing, inner ones."""
    parts = language.replace("_", "-").split("-")
    for end in range(len(parts), 0, -1):
        for code, marks in _QUOTES.items():
            if code.casefold() == "-".join(parts[:end]).casefold():
                return marks
    return _QUOTES["en"]


def flatten(tree: Any) -> None:
    """Make plain paragraphs of tables: of a table of data one a row, of a table that only arranges text its blocks.

    trafilatura fills short rows up to the longest one, which takes quadratic time, and prints all with bars.
    """
    for table in reversed(list(tree.iter("table"))):
        rows = list(table.iter("tr"))
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if _is_data(cells):
            for row, own in zip(rows, cells, strict=True):
                said = [" ".join(cell.text_content().split()) for cell in own]
                for child in list(row):
                    row.remove(child)
                row.tag, row.text = "p", " | ".join(filter(None, said))
                row.attrib.clear()
        for part in table.iter("tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "table"):
            part.tag = "div"


def _is_data(cells: list[list[Any]]) -> bool:
    if max(map(len, cells), default=0) < 2:
        return False
    for cell in (cell for row in cells for cell in row):
        if any(
            child.tag in _BLOCKS and child.tag not in ("br", "p")
            for child in cell.iter()
            if child is not cell
        ):
            return False
        if len(cell.text_content()) > _CELL:
            return False
    return True
