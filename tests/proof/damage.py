"""Ways to damage the real content, kind by kind: each changes what a reader would believe.

A damage is made on a copy of an article's data, as an editor's slip would make it. The lists are long on
purpose: every claim is damaged in every way that fits it, and none at random.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

Data = dict[str, Any]


@dataclass(frozen=True)
class Damage:
    """One damage to one article."""

    kind: str
    article: str
    what: str
    data: Data
    """The article's front matter, damaged."""
    body: str | None = None
    """The damaged précis, where it is that."""
    texts: dict[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    """Private texts that are damaged instead."""
    retold: Callable[[str], str] | None = None
    """What the article's own text says instead, which is then the text that it names."""
    pieces: bool = False
    """Whether the remarks on its claims become pieces of the private text, each of them short enough."""

    def __str__(self) -> str:
        return f"{self.kind}: {self.article}: {self.what}"


@dataclass(frozen=True)
class Ground:
    """The undamaged content."""

    articles: dict[str, Data]
    bodies: dict[str, str]
    sources: dict[str, Data]
    places: dict[str, Data]
    questions: dict[str, str]
    """``topic/question`` -> kind of answer."""
    counts: dict[str, str]
    """``topic/question`` -> what it counts."""


def claims(data: Data) -> list[Data]:
    found: list[Data] = data["claims"]
    return found


def each(ground: Ground) -> Iterator[tuple[str, int, Data]]:
    """Yield every claim with its article and index."""
    for article, data in ground.articles.items():
        for index, claim in enumerate(claims(data)):
            yield article, index, claim


def changed(ground: Ground, kind: str, article: str, index: int, what: str, **keys: Any) -> Damage:
    """Return a damage that sets keys of a claim; ``None`` removes one."""
    data = copy.deepcopy(ground.articles[article])
    claim = data["claims"][index]
    for key, value in keys.items():
        if value is None:
            claim.pop(key, None)
        else:
            claim[key] = value
    return Damage(kind, article, f"{claim['id']}: {what}", data)


def top(ground: Ground, kind: str, article: str, what: str, **keys: Any) -> Damage:
    """The same for a key of the article."""
    data = copy.deepcopy(ground.articles[article])
    for key, value in keys.items():
        if value is None:
            data.pop(key, None)
        else:
            data[key] = value
    return Damage(kind, article, what, data)


_DIGITS = re.compile(r"[0-9]")
_NUMBER_WORDS = {"three": "four", "eight": "six", "five": "nine", "four": "five", "first": "second"}
HEDGE = re.compile(
    r"^(?:around|about|approximately|at least|up to|more than|between|just over|almost|likely)\s+", re.I
)


def _other_number(text: str) -> str | None:
    """Return the text with its first figure changed."""
    if match := _DIGITS.search(text):
        digit = str((int(match[0]) + 3) % 10 or 7)
        return text[: match.start()] + digit + text[match.end() :]
    for word, other in _NUMBER_WORDS.items():
        if re.search(rf"\b{word}\b", text):
            return re.sub(rf"\b{word}\b", other, text, count=1)
    return None


def digits(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        printed, quote = claim["printed"], claim.get("quote")
        other = _other_number(printed)
        if other:
            yield changed(ground, "digit changed in printed", article, index, other, printed=other)
        if quote and (wrong := _other_number(quote)):
            yield changed(ground, "digit changed in quote", article, index, wrong, quote=wrong)
            if other:
                both = quote.replace(printed, other)
                yield changed(
                    ground, "digit changed in both", article, index, both, printed=other, quote=both
                )


def swapped(ground: Ground) -> Iterator[Damage]:
    swaps = {
        "killed": "captured", "North": "South", "Russian": "Belarusian", "Ukrainian": "Russian", "heavy": "light",
        "significant": "minor", "not": "now", "wounded": "missing", "troops": "officers", "soldiers": "civilians",
        "losses": "gains", "poor": "close", "Poor": "Close", "difficult": "minor", "unwavering": "cautious",
        "friction": "unity", "drones": "tanks", "first": "last", "Kursk": "Belgorod",
    }  # fmt: skip
    for article, index, claim in each(ground):
        key = "quote" if claim.get("quote") else "printed"
        for word, other in swaps.items():
            if index % 2 == 0 and re.search(rf"\b{word}\b", claim[key]):
                wrong = re.sub(rf"\b{word}\b", other, claim[key], count=1)
                yield changed(ground, "word of the quote swapped", article, index, wrong, **{key: wrong})
                break
        words = claim[key].split()
        if len(words) > 4 and index % 3 == 0:
            wrong = " ".join([*words[:2], *words[3:]])
            yield changed(ground, "word of the quote left out", article, index, wrong, **{key: wrong})


def moved(ground: Ground) -> Iterator[Damage]:
    articles = sorted(ground.articles)
    for article, index, claim in each(ground):
        if index % 3:
            continue
        other = articles[(articles.index(article) + 1 + index % 4) % len(articles)]
        if other == article:
            other = articles[(articles.index(article) + 1) % len(articles)]
        data = copy.deepcopy(ground.articles[other])
        same = claim["printed"] in {mine["printed"] for mine in data["claims"]}
        kind = (
            "quote moved to an article that prints the same" if same else "quote moved to the wrong article"
        )
        data["claims"].append({**copy.deepcopy(claim), "id": "moved-here", "part_of": None})
        if data["claims"][-1]["part_of"] is None:
            del data["claims"][-1]["part_of"]
        yield Damage(kind, other, f"{claim['id']} of {article}", data)


def attribution(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        sources = claim.get("sources") or []
        if sources:
            yield changed(ground, "attribution dropped", article, index, "no sources", sources=None)
            implied = claim.get("attribution") == "implied" or article_hangs(claim)
            yield changed(
                ground, "implied attribution denied" if implied else "attribution denied", article, index, "none",
                sources=None, via=None, attribution="none",
            )  # fmt: skip
            names = sorted(ground.sources)
            wrong = names[(names.index(sources[0]) + 7) % len(names)]
            relayed = wrong in (claim.get("via") or [])
            kind = "another source named, which passed it on" if relayed else "another source named"
            yield changed(ground, kind, article, index, wrong, sources=[wrong])
            if "gur" in sources:
                yield changed(ground, "another source named", article, index, "cds", sources=["cds"])
            if claim.get("attribution") != "implied" and index % 3 == 0:
                yield changed(
                    ground,
                    "stated attribution called implied",
                    article,
                    index,
                    "implied",
                    attribution="implied",
                )
        if len(sources) > 1:
            for source in sources:
                rest = [other for other in sources if other != source]
                kind = "one of two sources dropped"
                if claim.get("leaves_open"):
                    kind += ", where the text leaves open how much each says"
                yield changed(ground, kind, article, index, source, sources=rest)
        if claim.get("via"):
            yield changed(ground, "relay dropped", article, index, "no via", via=None)
            wrong = "ukrainska-pravda" if "ukrainska-pravda" not in claim["via"] else "new-york-times"
            yield changed(ground, "another relay named", article, index, wrong, via=[wrong])
        if claim.get("cue") and index % 2:
            yield changed(ground, "cue replaced", article, index, "admitted", cue="admitted")
        if claim.get("cue") in ("reportedly", "supposedly", "purportedly", "estimated", "claimed", "has claimed",
                                "purporting to show") and claim["cue"] not in claim["printed"]:  # fmt: skip
            yield changed(ground, "distancing cue dropped", article, index, claim["cue"], cue=None)
        if claim.get("status"):
            kind = (
                "caveat of the text dropped from its headline"
                if claim.get("where") == "headline"
                else "caveat dropped"
            )
            yield changed(ground, kind, article, index, "no status", status=None)
            yield changed(
                ground, "caveat replaced", article, index, "verified", status="has independently verified"
            )
        if not sources:
            yield changed(
                ground, "own voice put into a mouth", article, index, "lee-sung-kwon",
                sources=["lee-sung-kwon"], attribution=None,
            )  # fmt: skip


def article_hangs(claim: Data) -> bool:
    """Whether the claim's sentence has no verb of saying of its own, by what its note tells."""
    return not claim.get("cue")


def hedges(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        if claim.get("doubt"):
            yield changed(ground, "word of doubt dropped", article, index, claim["doubt"], doubt=None)
            yield changed(ground, "word of doubt changed", article, index, "surely", doubt="surely")
        printed, quote = claim["printed"], claim.get("quote")
        if ground.questions[claim["question"]] != "quantity":
            continue
        bare = HEDGE.sub("", printed)
        if bare != printed:
            yield changed(ground, "hedge removed from printed", article, index, bare, printed=bare)
            if quote and printed in quote:
                short = quote[quote.index(printed) + len(printed) - len(bare) :]
                yield changed(
                    ground, "hedge removed from both", article, index, bare, printed=bare, quote=short
                )
            yield changed(
                ground, "hedge overridden", article, index, "exactly", modifier="exactly", low=30, high=30
            )
        elif "modifier" not in claim:
            wrong = f"around {printed}"
            yield changed(ground, "hedge added", article, index, wrong, printed=wrong)
        else:
            yield changed(
                ground, "figure invented", article, index, "exactly 7", modifier="exactly", low=7, high=7
            )


def _shift(edtf: str, step: str) -> str:
    def one(match: re.Match[str]) -> str:
        year, month, day = match[1], match[2], match[3]
        if step == "year":
            return f"{int(year) - 1}{month or ''}{day or ''}"
        if step == "month" and month:
            number = int(month[1:])
            return f"{year}-{number - 1 if number > 1 else number + 1:02}{day or ''}"
        if step == "day" and day:
            number = int(day[1:])
            return f"{year}{month}-{number - 1 if number > 1 else number + 1:02}"
        return match[0]

    return re.sub(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?", one, edtf)


def dates(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        # What an allowance switches off is not seen.
        allowed = any(one["rule"] == "date-unsupported" for one in claim.get("allow", ()))
        for key in ("said_on", "as_of"):
            if claim.get(key) and not allowed:
                for step in ("day", "month", "year"):
                    wrong = _shift(claim[key], step)
                    if wrong != claim[key] and (step != "year" or index % 3 == 0):
                        yield changed(ground, f"{key} shifted", article, index, wrong, **{key: wrong})
        if ground.questions[claim["question"]] == "date" and not allowed:
            for step in ("day", "month", "year"):
                wrong = _shift(claim["value"], step)
                if wrong != claim["value"]:
                    vague = claim["printed"] in ("recently", "just over week ago", "had arrived")
                    kind = (
                        "date in value shifted"
                        if not vague or step != "day"
                        else "date of a vague word shifted"
                    )
                    yield changed(ground, kind, article, index, wrong, value=wrong)
        if claim.get("said_on") and claim.get("cue") and not index % 2:
            yield changed(ground, "day of saying dropped", article, index, claim["said_on"], said_on=None)
        if not claim.get("said_on") and claim.get("sources") and index % 2:
            yield changed(ground, "day of saying invented", article, index, "day", said_on="2024-12-11")
        if not claim.get("as_of") and not claim.get("allow") and index % 4 == 0:
            yield changed(ground, "day of counting invented", article, index, "day", as_of="2024-12-11")


def publication(ground: Ground) -> Iterator[Damage]:
    for article, data in ground.articles.items():
        for wrong in (
            "2023-12-16/2023-12-20",
            "2024-11-16/2024-11-20",
            "2024-12-01/2024-12-05",
            "2025-02-01/..",
        ):
            later = wrong.endswith("..") and data["published"].endswith("..")
            kind = "open day of publication moved later" if later else "published moved far"
            yield top(ground, kind, article, wrong, published=wrong)
        for step in ("day",):
            wrong = _shift(data["published"], step)
            # Seen where the text prints that day, and a claim was said on it.
            first = str(data["published"]).partition("/")[0]
            dated = "Dec. 26" in str(data.get("inferred")) and any(
                claim.get("said_on") == first for claim in data["claims"]
            )
            kind = "published moved by a day" if dated else "inferred day of publication moved"
            yield top(ground, kind, article, wrong, published=wrong)


def bibliography(ground: Ground) -> Iterator[Damage]:
    names = sorted(ground.articles)
    outlets = {article: data["outlet"] for article, data in ground.articles.items()}
    for position, (article, data) in enumerate(sorted(ground.articles.items())):
        for other in sorted(set(outlets.values()) - {data["outlet"]}):
            yield top(ground, "wrong outlet", article, other, outlet=other)
        if data.get("headline"):
            wrong = data["headline"].replace("North Korean", "Chinese")
            yield top(ground, "headline changed", article, wrong, headline=wrong)
            yield top(ground, "headline dropped", article, "no headline", headline=None)
        if data.get("byline"):
            yield top(ground, "byline changed", article, "another name", byline=["Jane Example"])
        else:
            yield top(ground, "byline invented", article, "a name", byline=["Jane Example"])
        if data.get("credit"):
            yield top(ground, "credit dropped", article, "no credit", credit=None)
            yield top(ground, "credit changed", article, "Reuters", credit="Reuters")
        else:
            yield top(ground, "credit invented", article, "Reuters", credit="Reuters")
        yield top(ground, "hash stale", article, "another hash", source_sha256="0" * 64)
        following = ground.articles[names[(position + 1) % len(names)]]
        yield top(
            ground, "another article's text", article, following["source_file"],
            source_file=following["source_file"], source_sha256=following["source_sha256"],
        )  # fmt: skip
        yield top(ground, "text missing", article, "no such file", source_file="no-such-file.txt")
        for other in {"full text", "mirror", "excerpt"} - {data["completeness"]}:
            copied = data["completeness"] == "mirror" and other == "full text" and article not in NO_TRACE
            kind = "mirror called the full text" if copied else "completeness that leaves no trace changed"
            yield top(ground, kind, article, other, completeness=other)


def source_texts(ground: Ground) -> Iterator[Damage]:
    """The outlet changed its text after the claims were taken."""
    for article, data in ground.articles.items():
        for old, new in ((b"North Korean", b"South Korean"), (b".", b". "), (b"Kursk", b"Belgorod")):
            yield Damage(
                "source text changed", article, f"{old!r} to {new!r}", copy.deepcopy(data),
                texts={data["source_file"]: lambda raw, old=old, new=new: raw.replace(old, new, 1)},  # type: ignore[misc]
            )  # fmt: skip


def locators(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        if index % 8:
            continue
        found = dict(claim["locator"])
        for what, wrong in (
            ("start", {**found, "start": found["start"] + 1}),
            ("end", {**found, "end": found["end"] + 4}),
            ("before", {**found, "before": "0" * 12}),
            ("after", {**found, "after": "0" * 12}),
        ):
            yield changed(ground, "locator stale", article, index, what, locator=wrong)
        other = claims(ground.articles[article])[index - 1]
        if other["locator"] != found:
            yield changed(
                ground, "locator of another claim", article, index, other["id"], locator=other["locator"]
            )
        yield changed(ground, "locator dropped", article, index, "none", locator=None)


def answers(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        kind = ground.questions[claim["question"]]
        if kind == "yes-no" and claim["value"] == "open":
            yield changed(ground, "open answer called a yes", article, index, "yes", value="yes")
            yield changed(ground, "open answer called a no", article, index, "no", value="no")
        elif kind == "yes-no":
            wrong = "no" if claim["value"] == "yes" else "yes"
            yield changed(ground, "yes or no turned round", article, index, wrong, value=wrong)
        if kind == "place":
            for place in claim["value"]:
                rest = [other for other in claim["value"] if other != place]
                yield changed(ground, "place dropped", article, index, place, value=rest)
                yield changed(ground, "place replaced", article, index, place, value=[*rest, "pokrovsk"])
            yield changed(ground, "place added", article, index, "sudzha", value=[*claim["value"], "sudzha"])
        if claim.get("part_of"):
            whole = next(one for one in ground.articles[article]["claims"] if one["id"] == claim["part_of"])
            own = whole["question"] != claim["question"]
            unmarked = "part that a question asks for, no longer marked" if own else "part no longer marked"
            yield changed(ground, unmarked, article, index, "part_of", part_of=None)
            yield changed(
                ground, "part of the wrong whole", article, index, "deployed", part_of="bodies-in-footage"
            )
        if claim.get("scope"):
            wrong = "Kursk" if "Russia" in claim["scope"] else "Donetsk"
            kind = (
                "scope changed"
                if wrong != "Kursk" or "digest" not in article
                else "scope changed within the sentence"
            )
            if any(item["rule"] == "scope-unfit" for item in claim.get("allow", [])):
                kind = "scope changed, where an allowance vouches"
            yield changed(ground, kind, article, index, wrong, scope=wrong)
            answered = ground.questions[claim["question"]] == "yes-no"
            kind_of_drop = "scope of a yes or no dropped" if answered else "scope dropped"
            yield changed(ground, kind_of_drop, article, index, "no scope", scope=None)
        if kind == "quantity":
            yield changed(ground, "something else counted", article, index, "captured", counts="captured")
            for question in (
                "casualties/missing",
                "casualties/since-deployment",
                "kursk-villages/minefields",
            ):
                if question != claim["question"]:
                    yield changed(
                        ground,
                        "figure moved to another question",
                        article,
                        index,
                        question,
                        question=question,
                    )
                    break
        if claim.get("statement"):
            yield changed(ground, "statement renamed", article, index, "alone", statement="a-statement-alone")
            yield changed(
                ground, "statement of another question", article, index, "other",
                statement="gur-replenishment" if claim["statement"] != "gur-replenishment" else "gur-26-december",
            )  # fmt: skip


NEIGHBOURS = {
    "killed": "wounded", "wounded": "killed", "killed or wounded": "killed", "missing": "killed", "losses": "killed",
    "deployed": "killed", "bodies shown": "wounded", "sanitary losses": "killed", "troops gathered": "killed",
    "ground recaptured": "killed",
}  # fmt: skip
"""What a claim counts -> what a slip of the eye takes from the figure beside it, or from another line."""


NO_TRACE = {"unknown-digest-significant-casualties"}
"""Articles that may be copies, though nothing in their texts shows it."""
NOBODY_NAMED = {("newsweek-dozens-killed", "bodies-in-footage", "language-barrier/friendly-fire-killed")}
"""Figures whose clause has the words of another question, but not the people that it asks of: a film of the dead."""


def asked(ground: Ground) -> Iterator[Damage]:
    """The figure and its words are right, and the question is not; or what is counted is a neighbour's."""
    figures = [path for path, kind in ground.questions.items() if kind == "quantity"]
    for article, index, claim in each(ground):
        if ground.questions[claim["question"]] != "quantity":
            continue
        for path in figures:
            if path != claim["question"]:
                bare = {"counts": None, "scope": None, "as_of": None, "unit": None}
                unnamed = (article, claim["id"], path) in NOBODY_NAMED
                kind = (
                    "wrong question, of people who are not named"
                    if unnamed
                    else "right figure, wrong question"
                )
                yield changed(ground, kind, article, index, path, question=path, **bare)
        mine = claim.get("counts") or ground.counts.get(claim["question"], "")
        if wrong := NEIGHBOURS.get(mine):
            yield changed(ground, "counts of a neighbouring figure", article, index, wrong, counts=wrong)


def meanings(ground: Ground) -> Iterator[Damage]:
    """The words of the claim stand in the text as before, and what stands beside them makes them answer something else."""
    for article, _, claim in each(ground):
        plain = not {"scope", "unit", "modifier", "value"} & claim.keys()
        if ground.questions[claim["question"]] != "quantity" or not plain:
            continue
        printed = claim["printed"]
        for kind, beside in (
            ("figure made one of each day", "every day"),
            ("figure made a difference", "fewer"),
        ):
            yield Damage(
                kind, article, f"{claim['id']}: {printed} {beside}", copy.deepcopy(ground.articles[article]),
                retold=partial(_put_behind, printed, beside),
            )  # fmt: skip


def _put_behind(printed: str, beside: str, text: str) -> str:
    return text.replace(printed, f"{printed} {beside}")


_BEFALLEN = re.compile(
    r"\b(killed or wounded|killed and wounded|killed|killing|wounded|wounding|injured|casualties|losses|lost|dead|died|deaths?|"
    r"fatalities|sanitary losses|fallen)\b",
    re.IGNORECASE,
)


def verbs(ground: Ground) -> Iterator[Damage]:
    """The figure stands in the text as before, with the verb of a neighbour: arrested for killed."""
    for article, _, claim in each(ground):
        asks = claim.get("counts") or ground.counts.get(claim["question"], "")
        words = f"{claim['printed']} {claim.get('quote', '')}"
        if not re.search("killed|wounded", asks) or _BEFALLEN.search(words):
            continue
        yield Damage(
            "wrong verb", article, f"{claim['id']}: arrested", copy.deepcopy(ground.articles[article]),
            retold=partial(_BEFALLEN.sub, "arrested"),
        )  # fmt: skip


ACCENTED = "quote made a sentence before an accented one"


def accents(ground: Ground) -> Iterator[Damage]:
    """A quote is all of its sentence, and the next begins with a letter that English does not have."""
    for article, index, claim in each(ground):
        quote, printed = claim.get("quote") or claim["printed"], claim["printed"]
        name = ("Émile Roux", "Łukasz Nowak", "Øystein Vik", "Ångström")[index % 4]
        if not quote[0].isalpha() or len(quote.split()) < 5 or "..." in quote or "\u2026" in quote:
            continue
        raised = quote[0].upper() + quote[1:]
        keys = {"printed": raised[: len(printed)] if quote.startswith(printed) else printed}
        data = changed(ground, ACCENTED, article, index, name, quote=raised, **keys)
        yield replace(
            data, retold=partial(_as_a_sentence, quote, f"It was told. {raised}. {name} heard of it")
        )


def _as_a_sentence(quote: str, told: str, text: str) -> str:
    return text.replace(quote, told)


def days_told(ground: Ground) -> Iterator[Damage]:
    """The text speaks of a day that its article cannot have appeared on, or before."""
    for article, data in ground.articles.items():
        if ".." in str(data.get("published") or ".."):
            continue
        first, _, last = str(data["published"]).rstrip("~").partition("/")
        later = date.fromisoformat(last or first) + timedelta(days=9)
        former = date.fromisoformat(first) - timedelta(days=9)
        told = {
            "another day stated without its year": f"First published: {former:%B} {former.day}",
            "yesterday was another day": f"The bridge shook yesterday, {former:%B} {former.day}, without harm.",
            "told as past before it could be": f"Some were killed on {later:%B} {later.day}.",
        }
        for kind, line in told.items():
            yield Damage(kind, article, line, copy.deepcopy(data), retold=partial(_put_first, line))


def _put_first(line: str, text: str) -> str:
    return f"{line}\n\n{text}"


def scales(ground: Ground) -> Iterator[Damage]:
    """Thousands become millions: in the printed words, in the figure by hand, in the précis."""
    for article, index, claim in each(ground):
        if ground.questions[claim["question"]] != "quantity":
            continue
        if match := re.search(r"([0-9]+),000", claim["printed"]):
            wrong = claim["printed"].replace(match[0], f"{match[1]} million")
            yield changed(ground, "scale word changed", article, index, wrong, printed=wrong)
            both = {
                "printed": wrong,
                "quote": claim.get("quote", claim["printed"]).replace(match[0], f"{match[1]} million"),
            }
            yield changed(ground, "scale word changed in both", article, index, wrong, **both)
            low = int(match[1]) * 1_000_000
            yield changed(
                ground,
                "scale changed by hand",
                article,
                index,
                str(low),
                modifier="exactly",
                low=low,
                high=low,
            )
    for article, body in ground.bodies.items():
        for match in re.finditer(r"([0-9]+),000", body):
            damaged = f"{body[: match.start()]}{match[1]} million{body[match.end() :]}"
            yield Damage(
                "scale word of the précis changed",
                article,
                match[0],
                copy.deepcopy(ground.articles[article]),
                damaged,
            )


def fragments(ground: Ground) -> Iterator[Damage]:
    """The words are printed somewhere in the text, and are not what the claim is about."""
    for article, index, claim in each(ground):
        items = claims(ground.articles[article])
        other = items[(index + 5) % len(items)]
        free = claim.get("quote") or other.get("quote") is None
        if free and index % 2 == 0 and other["printed"] not in claim["printed"]:
            yield changed(ground, "printed words of another passage", article, index, other["printed"],
                          printed=other["printed"])  # fmt: skip
        if match := re.search(r"\b(?:not|unable to|supposedly|purportedly|reportedly)\s+", claim["printed"]):
            bare = claim["printed"][match.end() :]
            if len(bare.split()) > 1:
                yield changed(ground, "negation or caveat cut off", article, index, bare,
                              printed=bare, quote=None, cue=None, locator=None)  # fmt: skip


def prose(ground: Ground) -> Iterator[Damage]:
    for article, body in ground.bodies.items():
        data = ground.articles[article]
        for match in re.finditer(r"[0-9][0-9,]*", body):
            wrong = f"{int(match[0].replace(',', '')) + 13:,}"
            damaged = body[: match.start()] + wrong + body[match.end() :]
            yield Damage("figure of the précis changed", article, wrong, copy.deepcopy(data), damaged)
        yield Damage(
            "sentence copied into the précis", article, "copied", copy.deepcopy(data), f"{body}\n\nCOPY"
        )


def allowances(ground: Ground) -> Iterator[Damage]:
    for article, index, claim in each(ground):
        if index % 8 == 0 and not claim.get("allow"):
            for rule in ("quote-not-found", "cue-not-printed", "no-such-rule"):
                yield changed(ground, "rule switched off for nothing", article, index, rule,
                              allow=[{"rule": rule, "reason": "No reason."}])  # fmt: skip
        if claim.get("allow"):
            yield changed(ground, "allowance removed", article, index, "no allow", allow=None)


def judgements(ground: Ground) -> Iterator[Damage]:
    """What the site says in its own name, and what is a matter of reading: see ``UNSEEN``."""
    for article, index, claim in each(ground):
        if claim.get("note") and index % 5 == 0:
            yield changed(
                ground, "editor's remark changed", article, index, "note", note="The text says nothing of it."
            )
        if ground.questions[claim["question"]] == "wording":
            other = (
                "casualties/concealment"
                if claim["question"] != "casualties/concealment"
                else "casualties/replenishment"
            )
            yield changed(ground, "wording moved to another question", article, index, other, question=other)


UNSEEN = {
    "implied attribution denied": (
        "The sentence names nobody and has no verb of saying: whose words they are is the editor's reading of what "
        "stands around it."
    ),
    "one of two sources dropped, where the text leaves open how much each says": (
        "Where one sentence has two speakers, which words are whose is a matter of reading, and the claim says so."
    ),
    "caveat of the text dropped from its headline": (
        "A headline prints no caveat; that the one in the text is for it as well is a matter of reading."
    ),
    "open answer called a yes": "Whether words leave an answer open is a matter of reading; only words that deny it are seen.",
    "part that a question asks for, no longer marked": (
        "Where a question asks for just that part, the figure is its whole answer; that the text counts it within another is not needed for that."
    ),
    "date of a vague word shifted": (
        "Words such as recently print no day. The check sees only whether the span fits the article's own dates."
    ),
    "inferred day of publication moved": (
        "The text prints no date. The site shows such a date as inferred; within a day or two nothing speaks against it."
    ),
    "open day of publication moved later": (
        "An article may look back: that it appeared weeks after the newest day in its text contradicts nothing in it."
    ),
    "completeness that leaves no trace changed": "Whether a text is whole cannot be seen in the text.",
    "scope changed within the sentence": "The sentence prints both names; which of them the figure is for is a matter of reading.",
    "day of saying dropped": "Saying nothing of a day is not saying something false; told only where the day stands at the verb.",
    "stated attribution called implied": (
        "Where a sentence says only he said or the agency said, stated or implied is a matter of reading."
    ),
    "wrong question, of people who are not named": (
        "Where a clause says that somebody is dead, and not who, whether it is those the question asks of is a matter of reading."
    ),
    "scope changed, where an allowance vouches": (
        "The editor has switched the rule off for this claim and gives the reason on the method page."
    ),
    "scope of a yes or no dropped": (
        "A yes or no may be about all that its text tells; that it should be about a part is seen only where all other answers are."
    ),
    "editor's remark changed": "A remark is the site's own; only runs of words copied from the text are seen in it.",
    "wording moved to another question": "Which question a wording answers is a matter of reading.",
}
"""Kinds that the check cannot see in principle, or not always, with the reason. docs/proof.md has the same list."""


def speech(ground: Ground) -> Iterator[Damage]:
    """Reported words are called quoted, quoted ones reported, and words of the text the headline's."""
    for article, index, claim in each(ground):
        # Of other answers the words are not compared, and no text has to be asked whose they are.
        if claim.get("speech") == "quoted" and ground.questions[claim["question"]] == "wording":
            yield changed(ground, "quoted words called reported", article, index, "quoted", speech=None)
        elif ground.questions[claim["question"]] == "wording":
            yield changed(ground, "reported words called quoted", article, index, "reported", speech="quoted")
        if claim.get("where") == "headline":
            yield changed(
                ground, "words of the headline called the text's", article, index, "headline", where=None
            )
        elif ground.articles[article].get("headline"):
            yield changed(
                ground, "words of the text called the headline's", article, index, "text", where="headline"
            )


def reprints(ground: Ground) -> Iterator[Damage]:
    """The text is given away in pieces, none of which is too long or a whole sentence."""
    for article, data in ground.articles.items():
        yield Damage("text given away in pieces", article, "pieces", copy.deepcopy(data), pieces=True)


def keys_given(ground: Ground) -> Iterator[Damage]:
    """Keys beside a figure say what its text does not: another unit, others whom it counts, a day of another statement."""
    for article, index, claim in each(ground):
        if ground.questions[claim["question"]] != "quantity" or claim.get("allow"):
            continue
        for wrong in ("EUR", "km", "percent"):
            if wrong not in claim["printed"] and "unit" not in claim and "modifier" not in claim:
                yield changed(ground, "unit given by hand", article, index, wrong, unit=wrong)
        for wrong in ("firefighters", "schools", "beekeepers", "Norwegians"):
            yield changed(ground, "others given by hand", article, index, wrong, of=wrong)


MOST = 40
"""How many damages of one kind are tried, so that the whole test takes less than a minute."""

KINDS: tuple[Callable[[Ground], Iterator[Damage]], ...] = (
    digits, swapped, moved, attribution, hedges, dates, publication, bibliography, source_texts, locators, answers,
    asked, meanings, verbs, accents, days_told, scales, speech, fragments, prose, allowances, judgements, reprints,
    keys_given,
)  # fmt: skip


def all_damages(ground: Ground) -> list[Damage]:
    """Return the damages of every kind; of a kind with very many, forty spread evenly over the content."""
    kinds: dict[str, list[Damage]] = {}
    for make in KINDS:
        for damage in make(ground):
            kinds.setdefault(damage.kind, []).append(damage)
    return [damage for found in kinds.values() for damage in found[:: -(-len(found) // MOST)]]
