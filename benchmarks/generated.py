"""Sites of any size for the benchmarks: invented, and the same ones at every run.

An article's files depend on its number alone, so that the site of 101 articles is the site of 100 with one more.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

OUTLETS = 20
PER_TOPIC = 25
"""Articles that a topic has, and a story: each story has one topic."""
CLAIMS = 4
PRECIS_WORDS = 150
OWN_SOURCES = 0.8
"""Share of the claims that go back to one of their story's own three sources; the rest, to one of three of all stories."""

_FIGURES = ("about 30", "30", "at least 40", "up to 50", "dozens", "more than 25", "between 30 and 40", "34")
_WORDINGS = ("a loss of power", "the power failed", "nothing but a fuse", "an open question")
_COUNTED = ("aboard", "brought ashore", "injured", "missing")
# Question id, kind of answer, number of the counted thing.
_QUESTIONS = (
    ("aboard", "quantity"), ("ashore", "quantity"), ("injured", "quantity"), ("missing", "quantity"),
    ("stopped", "date"), ("reached", "date"), ("verified", "yes-no"), ("reason", "wording"),
)  # fmt: skip
_STAKES = ("none", "third party", "own losses")
_ONSETS = ("b", "d", "f", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "ou")


def _vocabulary() -> list[str]:
    dice = random.Random(11)  # noqa: S311 - a benchmark needs the same words each time, not secrets
    parts = [onset + vowel for onset in _ONSETS for vowel in _VOWELS]
    return ["".join(dice.choices(parts, k=dice.randint(1, 3))) for _ in range(4000)]


WORDS = _vocabulary()
# Like words of a language: few are frequent, most are rare.
WEIGHTS = [1 / rank for rank in range(1, len(WORDS) + 1)]


def yaml_text(data: object) -> str:
    """Return a value as YAML; JSON is YAML."""
    return json.dumps(data, ensure_ascii=False)


def write(root: Path, articles: int) -> None:
    """Write a site of so many articles into an empty folder: ``content/`` and ``mkdocs.yml`` are not its business."""
    content = root / "content"
    (content / "articles").mkdir(parents=True)
    (content / "topics").mkdir()
    topics = -(-articles // PER_TOPIC)
    stories: list[str] = []
    for number in range(topics):
        (content / "topics" / f"{_topic(number)}.yml").write_text(_questions(number), encoding="utf-8")
        stories += [f"story-{number:05}:", f"  title: Ferry {number} stops", f"  summary: The ferry {number} lost its power.",
                    f"  topics: [{_topic(number)}]"]  # fmt: skip
    outlets = [
        f"outlet-{number:02}: {{name: The {WORDS[number + 900].title()} Post, short: {WORDS[number + 900].title()}, kind: newspaper}}"
        for number in range(OUTLETS)
    ]
    sources = [
        f"{_source(place, number)}: {{name: Office {place} {number}, kind: government, stake: {stake}}}"
        for place in ("all", *range(topics))
        for number, stake in enumerate(_STAKES)
    ]
    files = {
        "stories.yml": stories,
        "outlets.yml": outlets,
        "sources.yml": sources,
        "places.yml": ["osk-sound: {name: Osk Sound}"],
        "index.md": ["---", "title: Ferries", "---", "Many ferries, many outlets."],
    }
    for name, lines in files.items():
        (content / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
    for number in range(articles):
        add(root, number, topics)


def add(root: Path, number: int, topics: int) -> Path:
    """Write one article; its topic is one of the first ``topics``."""
    path = root / "content" / "articles" / f"article-{number:06}.md"
    path.write_text(_article(number, number // PER_TOPIC % topics), encoding="utf-8")
    return path


def _source(place: int | str, number: int) -> str:
    return f"office-{place}-{number}" if isinstance(place, str) else f"office-{place:05}-{number}"


def _topic(number: int) -> str:
    return f"ferry-{number:05}"


def _questions(number: int) -> str:
    lines = [f"title: The ferry {number}", "lead: How many were aboard, and when it stopped.", "questions:"]
    for index, (id, answer) in enumerate(_QUESTIONS):
        lines += [f"  - id: {id}", f"    text: What is told of {id} on the ferry {number}?", f"    short: Ferry {number}, {id}",
                  f"    answer: {answer}"]  # fmt: skip
        if answer == "quantity":
            lines += ["    unit: people", f"    counts: {_COUNTED[index]}", "    of: passengers"]
        lines.append("    known_from: 2031-03-03")
    return "\n".join([*lines, ""])


def _article(number: int, topic: int) -> str:
    dice = random.Random(number)  # noqa: S311 - a benchmark needs the same texts each time, not secrets
    words = dice.choices(WORDS, WEIGHTS, k=PRECIS_WORDS)
    lines = [
        "---",
        f"outlet: outlet-{number % OUTLETS:02}",
        f"headline: {yaml_text(' '.join(words[:6]).capitalize())}",
        f"byline: [{yaml_text(' '.join(words[6:8]).title())}]",
        f"published: 2031-03-{dice.randint(3, 28):02}",
        "completeness: full text",
        f"source_file: {number:06}.txt",
        f"source_sha256: a{number:063x}",
        "claims:",
    ]
    for index in range(CLAIMS):
        id, answer = _QUESTIONS[(number + index * 3) % len(_QUESTIONS)]
        lines += [f"  - id: {id}", f"    question: {_topic(topic)}/{id}"]
        day = dice.randint(1, 3)
        if answer == "quantity":
            lines.append(f"    printed: {yaml_text(dice.choice(_FIGURES))}")
        elif answer == "date":
            lines += [f"    printed: on March {day}", f"    value: 2031-03-{day:02}"]
        elif answer == "yes-no":
            lines += [
                "    printed: could not be verified",
                f'    value: "{dice.choice(("yes", "no", "no", "no"))}"',
            ]
        else:
            lines.append(f"    printed: {dice.choice(_WORDINGS)}")
        # Most of what is told of a story is the word of its own people; some that of sources known everywhere.
        place = topic if dice.random() < OWN_SOURCES else "all"
        lines += [f"    sources: [{_source(place, dice.randrange(len(_STAKES)))}]", "    cue: said"]
    sentences = [
        f"{' '.join(words[start : start + 15]).capitalize()}." for start in range(0, PRECIS_WORDS, 15)
    ]
    half = len(sentences) // 2
    body = [" ".join(sentences[:half]), "", f"*{words[0]}*: " + " ".join(sentences[half:])]
    return "\n".join([*lines, "---", "", *body, ""])
