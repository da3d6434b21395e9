"""A story that grows: one story with as many articles as wanted, invented, and the same ones at every run.

Forty outlets print some thirty claims an article on sixty questions of eight topics. Values are spread as in print: most repeat one
of a few, some are an article's own. Some articles are copies of earlier ones, some revise what their outlet printed before, and
some are in other languages than English. An article's file depends on its number alone.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from benchmarks.generated import PRECIS_WORDS, WEIGHTS, WORDS, yaml_text

OUTLETS = 40
SOURCES = 30
TOPICS = 8
QUESTIONS = 60
CLAIMS = 30
OWN = 0.04
"""Share of the answers that hardly any other article gives."""
COPIES, REVISIONS = 0.05, 0.08
"""Shares of the articles that repeat another outlet's text, and that print their own outlet's earlier text with new figures."""
LANGUAGES = {"en": 0.8, "de": 0.08, "fr": 0.07, "es": 0.05}
"""Share of the articles in each language."""

_KINDS = ("quantity",) * 6 + ("wording",) * 3 + ("date", "date", "yes-no")
# How each language hedges a figure.
_HEDGES = {
    "en": ("", "", "about ", "at least ", "more than ", "up to "),
    "de": ("", "", "etwa ", "mindestens ", "mehr als ", "bis zu "),
    "fr": ("", "", "environ ", "au moins ", "plus de ", "jusqu'à "),
    "es": ("", "", "unos ", "al menos ", "más de ", "hasta "),
}
_CUES = {"en": ("said", "reported", "claimed"), "de": ("sagte", "meldete", "behauptete"),
         "fr": ("a dit", "a rapporté", "a affirmé"), "es": ("dijo", "informó", "afirmó")}  # fmt: skip
_COUNTED = ("dead", "injured", "missing", "rescued", "homeless", "evacuated")
_STAKES = ("none", "third party", "own losses", "party")
_FREQUENT = (40, 25, 12, 8, 6, 4)
"""How often each of a question's usual values is printed, the most frequent first."""


def write(root: Path, articles: int) -> None:
    """Write a site of so many articles into an empty folder: ``content/`` alone."""
    content = root / "content"
    (content / "articles").mkdir(parents=True)
    (content / "topics").mkdir()
    for topic in range(TOPICS):
        (content / "topics" / f"{_topic(topic)}.yml").write_text(_topic_file(topic), encoding="utf-8")
    names = [WORDS[number + 900].title() for number in range(OUTLETS + SOURCES)]
    files = {
        "stories.yml": ["flood:", "  title: The flood", "  summary: A river left its bed, and everybody counted.",
                        f"  topics: [{', '.join(map(_topic, range(TOPICS)))}]"],
        "outlets.yml": [f"outlet-{number:02}: {{name: The {names[number]} Post {number}, short: {names[number]} {number}, kind: newspaper}}"
                        for number in range(OUTLETS)],
        "sources.yml": [_source(number) for number in range(SOURCES)],
        "places.yml": ["osk-sound: {name: Osk Sound}"],
        "index.md": ["---", "title: The flood", "---", "One flood, many outlets."],
    }  # fmt: skip
    for name, lines in files.items():
        (content / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
    for number in range(articles):
        add(root, number)


def add(root: Path, number: int) -> Path:
    """Write one article."""
    path = root / "content" / "articles" / f"article-{number:06}.md"
    path.write_text(_article(number), encoding="utf-8")
    return path


def edit(root: Path, number: int) -> None:
    """Change what one article prints: its first figure, and a sentence of its précis."""
    path = root / "content" / "articles" / f"article-{number:06}.md"
    head, fence, body = path.read_text(encoding="utf-8").rpartition("\n---\n")
    line = next(
        line for line in head.split("\n") if line.startswith("    printed:") and any(map(str.isdigit, line))
    )
    changed = head.replace(line, '    printed: "77"', 1)
    path.write_text(f"{changed}{fence}{body.rstrip()} A sentence more.\n", encoding="utf-8")


def add_source(root: Path) -> None:
    """Add a source to the registry, which no article names yet."""
    with (root / "content" / "sources.yml").open("a", encoding="utf-8") as file:
        file.write("office-new: {name: The New Office, kind: government, stake: none}\n")


def _source(number: int) -> str:
    name = f"Office of {WORDS[number + 1200].title()} {number}"
    return f"office-{number:02}: {{name: {name}, kind: government, stake: {_STAKES[number % len(_STAKES)]}}}"


def _topic(number: int) -> str:
    return f"flood-{number}"


def _kind(question: int) -> str:
    return _KINDS[question % len(_KINDS)]


def _path(question: int) -> str:
    return f"{_topic(question % TOPICS)}/question-{question:02}"


def _topic_file(topic: int) -> str:
    lines = [f"title: The flood, part {topic}", "lead: What is told of the water, of people and of those who answer for them.",
             "questions:"]  # fmt: skip
    for question in range(topic, QUESTIONS, TOPICS):
        kind = _kind(question)
        about = " ".join(WORDS[question * 7 + 300 : question * 7 + 304])
        lines += [f"  - id: question-{question:02}", f"    text: What is told of {about}?", f"    short: Of {about}",
                  f"    answer: {kind}", "    known_from: 2031-03-01"]  # fmt: skip
        if kind == "quantity":
            lines += [
                "    unit: people",
                f"    counts: {_COUNTED[question % len(_COUNTED)]}",
                f"    of: people of {about.split()[0]}",
            ]
    return "\n".join([*lines, ""])


def _article(number: int) -> str:
    dice = random.Random(number)  # noqa: S311 - a benchmark needs the same texts each time, not secrets
    kind = dice.random()
    outlet = number % OUTLETS
    words = dice.choices(WORDS, WEIGHTS, k=PRECIS_WORDS)
    language = dice.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    # Each outlet prints one article a day.
    day = date(2031, 3, 1) + timedelta(days=number // OUTLETS)
    told, copied = _claims(number), None
    if number >= OUTLETS and kind < COPIES:
        # A copy prints all claims of an earlier text of another outlet as they are.
        original = dice.randrange(number // 2) if number // 2 % OUTLETS != outlet else number // 2 - 1
        while _copies(original) or original % OUTLETS == outlet:
            original = (original + 1) % number
        told, copied, language = _claims(original), original, _language(original)
    elif number >= OUTLETS and kind < COPIES + REVISIONS:
        # A revision of what the outlet printed forty articles before: every fifth claim is new.
        told = [
            new if at % 5 == 0 else old
            for at, (old, new) in enumerate(zip(_claims(number - OUTLETS), told, strict=True))
        ]
        language = _language(number - OUTLETS)
        told = [
            claim for at, claim in enumerate(told) if claim[0] not in {question for question, *_ in told[:at]}
        ]
    lines = [
        "---",
        f"outlet: outlet-{outlet:02}",
        f"headline: {yaml_text(' '.join(words[:6]).capitalize())}",
        f"byline: [{yaml_text(' '.join(words[6:8]).title())}]",
        f"published: {day.isoformat()}",
        f"language: {language}",
        "completeness: full text",
        f"source_file: {number:06}.txt",
        f"source_sha256: {('b' if copied is None else 'c') + f'{number:063x}'}",
    ]  # fmt: skip
    if copied is not None:
        lines.append(f"copy_of: article-{copied:06}")
    lines.append("claims:")
    for question, value, source, cue, own in told:
        lines += [
            f"  - id: claim-{question:02}",
            f"    question: {_path(question)}",
            *_printed(question, value, own, language),
        ]
        if source is None:
            lines.append("    attribution: none")
        else:
            lines += [f"    sources: [office-{source:02}]", f"    cue: {_CUES[language][cue]}"]
    sentences = [f"{' '.join(words[at : at + 15]).capitalize()}." for at in range(0, PRECIS_WORDS, 15)]
    half = len(sentences) // 2
    body = [" ".join(sentences[:half]), "", f"*{words[0]}*: " + " ".join(sentences[half:])]
    return "\n".join([*lines, "---", "", *body, ""])


def _copies(number: int) -> bool:
    return number >= OUTLETS and random.Random(number).random() < COPIES  # noqa: S311 - as above


def _language(number: int) -> str:
    dice = random.Random(number)  # noqa: S311 - as above
    dice.random()
    dice.choices(WORDS, WEIGHTS, k=PRECIS_WORDS)
    return dice.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]


_Told = tuple[int, int, int | None, int, int | None]
"""Question, number of the usual value, source, verb, and the article's own value if it has one."""


def _claims(number: int) -> list[_Told]:
    """Return what an article tells, unless it copies or revises another."""
    dice = random.Random(f"claims {number}")  # noqa: S311 - as above
    found: list[_Told] = []
    for question in sorted(dice.sample(range(QUESTIONS), CLAIMS)):
        value = dice.choices(range(len(_FREQUENT)), _FREQUENT)[0]
        own = dice.randrange(10**6) if dice.random() < OWN else None
        # Most of what is told goes back to one of a few sources of its question.
        source = (
            None if dice.random() < 0.1 else (question * 3 + min(int(dice.expovariate(0.8)), 4)) % SOURCES
        )
        found.append((question, value, source, dice.choices(range(3), (8, 3, 1))[0], own))
    return found


def _printed(question: int, value: int, own: int | None, language: str) -> list[str]:
    """Return the lines of an answer: its printed words, and its value if the words do not give it."""
    kind = _kind(question)
    dice = random.Random(f"value {question} {value} {own}")  # noqa: S311 - as above
    if kind == "quantity":
        figure = dice.randrange(10, 900) if own is None else 10 + own % 890
        return [f"    printed: {yaml_text(_HEDGES[language][dice.randrange(6)] + str(figure))}"]
    if kind == "date":
        day = 1 + dice.randrange(9)
        return [f"    printed: on day {day}", f"    value: 2031-03-{day:02}"]
    if kind == "yes-no":
        return ["    printed: could not be verified", f'    value: "{("no", "yes")[value == 1]}"']
    start = dice.randrange(3000)
    return [f"    printed: {yaml_text(' '.join(WORDS[start : start + dice.randrange(3, 8)]))}"]
