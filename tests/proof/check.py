"""Check damaged content in process, fast: only the damaged article is read and proved anew."""

from __future__ import annotations

import copy
import hashlib
from pathlib import Path

from msgspec.structs import replace

from builder.cache.memo import Memo
from builder.content.load import Content, Document, load
from builder.content.problems import Problem
from builder.content.validate import validate
from builder.proof.prove import prove
from builder.proof.text import Text, text_of
from tests.proof.damage import Damage, Data, Ground


class Checker:
    """The real content and texts, read once."""

    def __init__(self, root: Path, sources: Path) -> None:
        self.content = load(root)
        self.site, problems = validate(self.content)
        self.documents = {document.id: document for document in self.content.articles}
        self.bytes = {
            article.source_file: (sources / article.source_file).read_bytes()
            for article in self.site.articles.values()
        }
        self.texts = {name: text_of(name, data) for name, data in self.bytes.items()}
        proof = prove(self.site, [*self.content.articles, *self.content.topics], self.texts)
        self.baseline: list[Problem] = [*problems, *proof.problems]
        registries = self.content.registries
        self.ground = Ground(
            {id: document.data for id, document in self.documents.items()},
            {id: document.body for id, document in self.documents.items()},
            registries["sources"].data,
            registries["places"].data,
            {
                question.path: question.answer.value
                for topic in self.site.topics.values()
                for question in topic.questions
            },
            {
                question.path: question.counts or ""
                for topic in self.site.topics.values()
                for question in topic.questions
            },
        )

    def check(self, damage: Damage, memo: Memo | None = None) -> list[Problem]:
        """Return what the check says of the damaged article, with what was found of others at hand."""
        original = self.documents[damage.article]
        body = original.body if damage.body is None else damage.body
        text = self.texts[self.ground.articles[damage.article]["source_file"]]
        if body.endswith("COPY"):
            # Taken from the private text at run time: none of it stands in this repository.
            start, end = text.sentences[len(text.sentences) // 2]
            body = body.replace("COPY", text.content[start:end])
        data = copy.deepcopy(damage.data)
        if damage.pieces:
            data = in_pieces(data, text.printed_words((0, len(text.content))))
        changes = dict(damage.texts)
        if damage.retold is not None:
            retold, name = damage.retold, data["source_file"]
            changes[name] = lambda told: retold(told.decode("utf-8")).encode()
            data["source_sha256"] = hashlib.sha256(changes[name](self.bytes[name])).hexdigest()
        document: Document = replace(original, data=data, body=body)
        part = Content([document], self.content.topics, self.content.registries)
        site, problems = validate(part)
        articles = {**self.site.articles, **site.articles}
        texts: dict[str, Text] = dict(self.texts)
        for name, change in changes.items():
            texts[name] = text_of(name, change(self.bytes[name]))
        proof = prove(replace(site, articles=articles), [document], texts, memo)
        return [*problems, *proof.problems]


def in_pieces(data: Data, printed: list[str]) -> Data:
    """Return an article whose remarks have seven words of eight of its text, three runs of seven to a remark."""
    pieces = [" ".join(printed[at : at + 7]) for at in range(0, len(printed), 8)]
    for number, claim in enumerate(data["claims"]):
        claim["note"] = " … ".join(pieces[3 * number : 3 * number + 3]) or "No more."
    return data
