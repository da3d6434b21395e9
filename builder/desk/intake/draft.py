"""The draft of an article: the values that are known, and a marked gap for each that is not."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from builder.content.model import Settings
from builder.content.vocabulary import NOT_FOUND
from builder.desk.yamltext import GAP, folded, listed, scalar
from builder.values.hidden import shorn

UNWRITTEN = "en"
"""The language of a text whose article names none: it is not written into drafts."""
GAPS = {
    "outlet": "not found: none of outlets.yml was recognised. Enter it there, then write here: outlet: its-id",
    "headline": "not found. Write headline: as printed; or say under inferred why there is none",
    "byline": "not found. Does the text name its author? Write byline: [as printed]; if it does not, say so under inferred: byline: ...",
    "published": "not found. Write what the text proves, as EDTF: published: 2030-05-13, or 2030-05-13/2030-05-16",
    "story": "not clear which. Write story: one of {stories}",
    "language": "not found: no page says it, and the text is not surely English. Write language: its code, such as de",
    "credit": "not found. Does the text credit an agency or a paper? Write credit: as printed; if it does not, say so under inferred",
    "completeness": "a mark that the text is cut was not found. Is it whole? If not: excerpt, or mirror; if it is, say so under inferred",
    "precis": "write {low} to {high} words of your own under the last line of dashes",
}


class Bibliography(Struct):
    """Values of an article's keys that are known so far."""

    outlet: str | None = None
    headline: str | None = None
    byline: list[str] = field(default_factory=list)
    credit: str | None = None
    published: str | None = None
    language: str | None = None
    completeness: str = "full text"
    url: str | None = None
    inferred: dict[str, str] = field(default_factory=dict)
    story: str | None = None
    stories: tuple[str, ...] = ()
    """Ids of the stories among which the article has to be put: none if the site has one story."""
    entry: str | None = None
    """Lines to enter into outlets.yml for an outlet that is not in it, as far as the page states them."""

    @property
    def gaps(self) -> list[str]:
        """Keys that the editor still has to fill, or to leave empty with a reason."""
        keys = ("outlet", "headline", "byline", "published", *(["story"] if self.stories else []), "language")
        return [key for key in keys if not getattr(self, key)]

    @property
    def unknown(self) -> list[str]:
        """The keys of which only that nothing was found is known: the editor is asked."""
        return [key for key, reason in self.inferred.items() if reason.startswith(NOT_FOUND)]


def draft(
    known: Bibliography, source_file: str, sha256: str, copies: Iterable[str] = (),
    precis_words: tuple[int, int] = Settings().precis_words,
) -> str:  # fmt: skip
    """Return the text of a draft's file."""
    gaps = [*known.gaps, *known.unknown]
    lines = ["---", "draft: true"]
    for key in ("outlet", "headline", "byline", "credit", "published"):
        value = getattr(known, key)
        if key in gaps:
            lines.append(f"{GAP} {key}: {GAPS[key]}")
            if key == "outlet" and known.entry:
                lines += [f"#   {line}" for line in known.entry.splitlines()]
        elif value:
            lines.append(f"{key}: {listed(value) if isinstance(value, list) else scalar(value)}")
    if known.story:
        lines.append(f"story: {known.story}")
    elif known.stories:
        lines.append(f"{GAP} story: {GAPS['story'].format(stories=', '.join(known.stories))}")
    lines += [f"# copy_of: {line}" for line in copies]
    if known.language is None:
        lines.append(f"{GAP} language: {GAPS['language']}")
    elif known.language != UNWRITTEN:
        lines.append(f"language: {scalar(known.language)}")
    lines.append(f"completeness: {known.completeness}")
    if "completeness" in gaps:
        lines.append(f"{GAP} completeness: {GAPS['completeness']}")
    if known.url:
        lines.append(f"url: {scalar(known.url)}")
    lines += [f"source_file: {scalar(source_file)}", f"source_sha256: {scalar(sha256)}"]
    if known.inferred:
        lines.append("inferred:")
        lines += [folded(key, reason, "  ") for key, reason in sorted(known.inferred.items())]
    low, high = precis_words
    lines += [f"{GAP} precis: {GAPS['precis'].format(low=low, high=high)}", "claims: []", "---", ""]
    # In comments too, because a content file with such characters is refused.
    return shorn("\n".join(lines) + "\n")
