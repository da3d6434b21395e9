"""Names beside verbs of saying: the attributions of one sentence after another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.referring import Referring
from builder.desk.suggest.saying import saying
from builder.desk.suggest.subjects import begins_another, has_subject
from builder.desk.suggest.trailing import REACH, trails
from builder.desk.suggest.unnamed import persons
from builder.desk.suggest.words import stops
from builder.proof.names import Mention, Names
from builder.proof.normal import Span
from builder.proof.rules.kin import kin
from builder.proof.rules.saying import forms
from builder.proof.text import Text
from builder.values import speech

_EARLY = 40
"""So near to its beginning, who says something stands before the rest of a sentence."""

_LED = 20
"""Characters before a pronoun that may make it no subject."""

_TITLE = 3
"""Words that may stand before a person's name to say what he is."""


class Event(Struct, frozen=True):
    """One attribution."""

    ids: tuple[str, ...]
    """Sources; empty for a speaker that is not in the alias table."""
    cue: str
    """The verb as printed."""
    start: int
    """Where who says it begins."""
    end: int
    """Where the verb ends."""
    leading: bool
    """What is said follows; else it stands before, as in "..., according to"."""
    implied: bool = False
    """The name stands in an earlier sentence."""
    via: tuple[str, ...] = ()
    """Who passes it on, citing the source."""


class Attributions:
    """Finds the events of saying in the sentences of one text."""

    def __init__(self, text: Text, known: Names, language: str, kinds: Mapping[str, str]) -> None:
        """``kinds``: id of a source -> its kind, as far as it is known."""
        self.language = language
        self.saying = saying(language)
        self.forms = forms(language) if speech.saying(language).inverted else None
        """The proof's expressions, where verbs may stand before who says it, or in two parts."""
        self.belonging = forms(language).belonging
        """Between a name and that to which it belongs: "of the"."""
        self.named, self.naming = forms(language).named, forms(language).naming
        """From a name on, and up to one: that somebody is only called so."""
        self.text = text
        self.content = text.content
        self.known = known
        self.referring = Referring(text, known, language, kinds)
        """Whom pronouns, descriptions and surnames mean."""
        self.last: tuple[str, ...] = ()
        self.mentioned: tuple[str, ...] = ()
        self.begun: tuple[str, ...] = ()
        """With whom the sentence before begins, in the same paragraph, if nobody speaks there."""

    def found_in(self, sentence: Span) -> list[Event]:
        """Return the attributions of a sentence, in order."""
        start, end = sentence
        mentions = self._mentions(sentence)
        found: list[Event] = []
        taken = -1
        for index, mention in enumerate(mentions):
            limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else end
            back = max(start, mention.span[0] - REACH)
            if self.saying.channel.search(self.content, back, mention.span[0]):
                continue
            subject = self._subject(mention, sentence, limit)
            cited = self._cited(mention, sentence, back)
            if not cited and not subject and (verb := self._framed(mention, sentence, back)):
                ids, implied = self._named(mention, sentence)
                found.append(
                    Event(ids, verb, mention.span[0], mention.span[1], leading=True, implied=implied)
                )
                continue
            if cited and cited[1] in {event.start for event in found}:
                continue  # "according to police and the mayor": both are in the first one's list
            if cited and cited[1] != taken:
                cue, place, leads = cited
                ids, implied = self._named(mention, sentence)
                ids = self._all_of(mentions[index:]) if ids and not implied else ids
                if not self.saying.according.fullmatch(cue):
                    ids = self._in_person(ids, mentions[index:])
                found.append(Event(ids, cue, place, mention.span[1], leads, implied))
            elif subject:
                # "The minister, Ada Holm, said": the comma before the name is no end of what is said.
                title = self.saying.titled.fullmatch(self.content, start, mention.span[0])
                leads = (title is not None and self.referring.is_description(title[0])) or not trails(
                    self.content, mention.span[0], subject.end(), sentence, self.language
                )
                ids, implied = self._named(
                    self._described(mentions[: index + 1], subject, sentence), sentence
                )
                found.append(
                    Event(ids, self._cue(subject["verb"]), mention.span[0], subject.end(), leads, implied)
                )
                # "The line told the coastguard": who stands directly before a verb is its subject.
                if not self.content[mention.span[1] : subject.start("verb")].strip():
                    taken = subject.start("verb")
        found = self._joined(mentions, found, start)
        if not found:
            found = self._nameless(sentence, mentions)
        return sorted(found, key=lambda event: event.start)

    def _named(self, mention: Mention, sentence: Span) -> tuple[tuple[str, ...], bool]:
        """Return whom a name means, and whether it is a surname only: then the full name has to stand near.

        Where it only tells whose friend or lawyer somebody is, it is he who is meant, if he is known.
        """
        if (who := kin(self.content, mention.span, self.language)) is not None:
            whose = first_of(mention)
            meant = self.referring.meant(who, sentence, mention.span[0], ()) if who else ()
            return (meant, True) if meant != whose else ((), False)
        if self.referring.is_namesake(mention):
            return (), False
        ids = first_of(mention)
        if not self.referring.is_surname(mention.span):
            return ids, False
        return (ids, True) if self.referring.is_near(ids, sentence) else ((), False)

    def _subject(self, mention: Mention, sentence: Span, limit: int) -> re.Match[str] | None:
        """Return the verb of saying behind a name."""
        found = self.saying.subject.match(self.content, mention.span[1], limit)
        if found and self._passive(mention.span[1], found.start("verb"), found["verb"]):
            return None
        if found is None and self.forms is not None:
            first = self.forms.firsts_after.match(self.content, mention.span[1], sentence[1])
            found = first if first and self._ends(first, first.end("verb"), sentence[1]) else None
        if found and self.forms is not None and limit < sentence[1]:
            # "off Osk, said the coastguard": the verb is the next one's.
            comma = self.content[mention.span[1] : found.start("verb")].rstrip().endswith(",")
            if comma and self.forms.lead.fullmatch(self.content, found.end("verb"), limit):
                return None
        if found and self.named.match(self.content, mention.span[1]):
            return None  # "the union, called GUN, wrote": that is the name's verb
        # "17 are in hospital, she said": behind the comma stands another subject.
        if found and begins_another(self.content[mention.span[1] : found.start("verb")], self.language):
            return None
        return found

    def _described(self, mentions: list[Mention], subject: re.Match[str], sentence: Span) -> Mention:
        """Return who speaks where a verb of saying stands behind a name: of "Ada Holm, head of the mill, said" the person."""
        *before, last = mentions
        if (head := self._head(mentions)) is not last:
            return head
        if not self.content[last.span[1] : subject.start("verb")].startswith(","):
            return last
        end = last.span[0]
        for mention in reversed(before):
            gap = self.content[mention.span[1] : end]
            # "Ada Holm, for Bo Lind, said": she speaks, whoever she speaks for.
            of_person = self.referring.is_person(first_of(last)[0]) and not self.saying.describing.fullmatch(
                gap
            )
            if of_person or any(mark in gap for mark in '";:.()'):
                break
            if self.referring.is_person(first_of(mention)[0]):
                ahead = self.content[sentence[0] : mention.span[0]].rpartition(",")[2].split()
                opens = not any(word in stops(self.language) for word in ahead) and len(ahead) <= _TITLE
                return mention if opens and self.saying.describing.match(gap) else last
            end = min(end, mention.span[0])
        return last

    def _head(self, mentions: list[Mention]) -> Mention:
        """Return of "the union of the mill said" the union, and else the last one that is named."""
        *before, last = mentions
        if before and self.belonging.fullmatch(self.content, before[-1].span[1], last.span[0]):
            return self._head(before)
        return last

    def _framed(self, mention: Mention, sentence: Span, back: int) -> str | None:
        """Return the verb of saying that ends the clause of a name, behind what frames it: "hat die Polizei am Abend gemeldet"."""
        found = self.saying.framed.match(self.content, mention.span[1], sentence[1])
        if found is None or not (
            found["aux"] or self.saying.framing.search(self.content, back, mention.span[0])
        ):
            return None
        return found["verb"]

    def _cited(self, mention: Mention, sentence: Span, back: int) -> tuple[str, int, bool] | None:
        """Return what gives words to the name behind it: as printed, where it begins, and whether what is said follows."""
        if self.naming.search(self.content, back, mention.span[0]):
            return None
        document = self.saying.document.fullmatch(self.content, *mention.span) is not None
        is_person = self.referring.is_person(first_of(mention)[0])
        for pattern in (
            self.saying.giving, self.saying.by_document, self.saying.cited, self.saying.cited_person
        ):  # fmt: skip
            if pattern is self.saying.by_document and not document:
                continue
            if pattern is self.saying.cited_person and not is_person:
                continue
            cited = pattern.search(self.content, back, mention.span[0])
            if cited is not None:
                break
        else:
            first = self.forms.firsts.search(self.content, back, mention.span[0]) if self.forms else None
            if first is None or not self._ends(first, mention.span[1], sentence[1]):
                return None
            cited = first
        cue = re.sub(r"^[\",\s]+", "", cited["verb"])
        place = cited.end("verb") - len(cue)
        if pattern in (self.saying.cited, self.saying.cited_person) and has_subject(
            self.content, sentence[0], place, self.language
        ):
            return None
        if self.forms is None or pattern not in (self.saying.cited, self.saying.cited_person):
            return cue, place, place - sentence[0] < 4
        # Where a verb may stand before its subject, it says what follows unless it stands behind it.
        return cue, place, not trails(self.content, place, mention.span[1], sentence, self.language)

    def _all_of(self, mentions: list[Mention]) -> tuple[str, ...]:
        """Return the sources of a list of names: "the ministry, the mayor and police". Without its "and" there is none."""
        named, listed = list(first_of(mentions[0])), list(first_of(mentions[0]))
        for other, one in pairwise(mentions):
            gap = self.content[other.span[1] : one.span[0]]
            if not self._is_joint(gap):
                break
            listed += first_of(one)
            if self.saying.last_joint.search(gap):
                named = listed.copy()
        return tuple(dict.fromkeys(named))

    def _in_person(self, ids: tuple[str, ...], mentions: list[Mention]) -> tuple[str, ...]:
        """Return who is meant by "said a spokesman of the ministry, Ada Holm": the person named behind the body of which he speaks."""
        if len(ids) != 1 or len(mentions) < 2 or self.referring.is_person(ids[0]):
            return ids
        body, name = mentions[:2]
        person = first_of(name)
        is_beside = self.content[body.span[1] : name.span[0]] == ", "
        is_beside &= not self.content[name.span[1] : name.span[1] + 2].strip(" ")[:1].isalnum()
        return person if is_beside and len(person) == 1 and self.referring.is_person(person[0]) else ids

    def _is_joint(self, gap: str) -> bool:
        """Return whether words between two names join them: "and the", and not ", citing the"."""
        return bool(self.saying.joined.fullmatch(gap)) and not self.saying.according.search(gap)

    def _cue(self, verb: str) -> str:
        """Return a verb as printed, of one in two parts the first, as what is said may stand between them: "teilte am Sonntag mit"."""
        plain = verb.casefold()
        for parts in self.saying.parted:
            if plain.startswith(f"{parts.first} ") and plain.endswith(f" {parts.rest}"):
                return verb[: len(parts.first)]
        return verb

    def _ends(self, first: re.Match[str], start: int, end: int) -> bool:
        """Return whether the second part of a verb follows its first: "teilte ... mit"."""
        rest = self.forms.rests.get(" ".join(first["verb"].casefold().split())) if self.forms else None
        return rest is not None and rest.match(self.content, start, end) is not None

    def _mentions(self, sentence: Span) -> list[Mention]:
        """Return who is named, and both in "Danish and Swedish officials"."""
        found = self.referring.mentions(sentence)
        for match in self.saying.two.finditer(self.content, *sentence):
            for name in ("one", "other"):
                ids = self.known.meant.get(f"{match[name]} {match['noun']}".casefold())
                taken = any(m.span[0] < match.end(name) and match.start(name) < m.span[1] for m in found)
                if ids and not taken:
                    end = match.end() if name == "other" else match.end(name)
                    found.append(Mention((match.start(name), end), frozenset(ids)))
        return sorted(found, key=lambda mention: mention.span)

    def _passive(self, start: int, verb: int, word: str) -> bool:
        """Return whether a verb at a place says what others say of its subject."""
        return not word.endswith("ing") and bool(self.saying.passive.search(self.content[start:verb]))

    def _joined(self, mentions: list[Mention], found: list[Event], beginning: int) -> list[Event]:
        """Give an event the sources that are joined to its own by "and"."""
        done = []
        for event in found:
            ids, start = event.ids, event.start
            for mention in reversed([mention for mention in mentions if mention.span[1] <= start]):
                gap = self.content[mention.span[1] : start]
                # "from the dairy, the agency said" is no list: one has its "and" before the last.
                if not self._is_joint(gap) or (
                    len(ids) == len(event.ids) and not self.saying.last_joint.search(gap)
                ):
                    break
                ids, start = tuple(dict.fromkeys((*first_of(mention), *ids))), mention.span[0]
            # A list at the sentence's very beginning has commas and stands before what is said all the same.
            leads = event.leading or (start < event.start and start - beginning < 5)
            done.append(replace(event, ids=ids, start=start, leading=leads))
        return done

    def _nameless(self, sentence: Span, mentions: list[Mention]) -> list[Event]:
        """Find "she said", "its director said": the one named last, in this sentence or the one before."""
        text = self.content[slice(*sentence)]
        found = []
        verbs: set[int] = set()
        for match in (match for pattern in self.saying.pronouns for match in pattern.finditer(text)):
            if match.start("verb") in verbs:
                continue
            verbs.add(match.start("verb"))
            if self._passive(sentence[0], sentence[0] + match.start("verb"), match["verb"]):
                continue
            # Spanish "y en él informaba": in it, and the verb has its subject within.
            who = (
                ""
                if self.saying.led.search(text, max(0, match.start() - _LED), match.start())
                else match["who"].casefold()
            )
            earlier = [mention for mention in mentions if mention.span[1] <= sentence[0] + match.start()]
            plain = not who or who in self.saying.plain
            last = self.last or self.mentioned
            if who.startswith(self.saying.own) and earlier:
                ids = first_of(earlier[-1])
            elif self._is_its(who):
                ids = last if self.referring.is_near(last, sentence) else ()
            elif (
                plain
                and earlier
                and earlier[0].span[0] - sentence[0] < 12
                and all(self.referring.may_mean(who, id) for id in first_of(earlier[0]))
            ):
                ids = first_of(earlier[0])
            elif not who and earlier and not any(set(first_of(one)) & set(last) for one in earlier):
                # Spanish "el balance lo dio el Ministerio, y en él informaba": it may be whoever is named here.
                ids = ()
            elif plain and (begun := tuple(id for id in self.begun if self.referring.is_of_kind(id, who))):
                ids = begun
            elif plain and who and self._said_by_another(sentence):
                ids = ()
            elif plain or self.saying.role.fullmatch(who):
                ids = self.referring.meant(who, sentence, sentence[0] + match.start(), last)
            else:
                ids = self.referring.meant(who, sentence, sentence[0] + match.start(), ())
                if not ids and earlier and self.saying.spoken_for.search(who):
                    ids = self._spoken_for(earlier, sentence)
            place = sentence[0] + (match.start() if who else match.start("verb"))
            leads = not trails(self.content, place, sentence[0] + match.end(), sentence, self.language)
            found.append(
                Event(
                    ids,
                    self._cue(match["verb"]),
                    place,
                    sentence[0] + max(match.start("verb") + len(self._cue(match["verb"])), match.end("who")),
                    leads,
                    implied=not any(mention.ids & set(ids) for mention in earlier),
                )
            )
        for pattern in self.saying.others:
            if not found and (other := pattern.search(text)):
                place = sentence[0] + other.start()
                found.append(
                    Event((), other["verb"], place, sentence[0] + other.end(), other.start() < _EARLY)
                )
        if not found and (somebody := self.saying.somebody.search(text)):
            place, leads = sentence[0] + somebody.start(), somebody.start() < 4
            found.append(Event((), somebody[0].strip(), place, sentence[0] + somebody.end(), leads))
        return found

    def _said_by_another(self, sentence: Span) -> bool:
        """Return whether somebody whom no registry has spoke last in the sentence before, of the same paragraph: "she" may be of him."""
        at = self.text.sentence_at(sentence[0])
        before = self.text.sentences[at - 1] if at else None
        if before is None or self.text.paragraph(before) != self.text.paragraph(sentence):
            return False
        said = self.content[slice(*before)]
        names = {name: said.rfind(name) for name in persons(self.text, self.language)}
        last = max(names, key=lambda name: names[name] + len(name), default=None)
        if last is None or names[last] < 0:
            return False
        start = before[0] + names[last]
        return not any(mention.span[1] > start for mention in self.known.mentions(self.content, before))

    def _spoken_for(self, earlier: list[Mention], sentence: Span) -> tuple[str, ...]:
        """Return the body with which a sentence begins, if it names no other: of it "a spokeswoman" speaks at the end."""
        bodies = {first_of(mention) for mention in earlier}
        ahead = self.content[sentence[0] : earlier[0].span[0]].split()
        is_one = len(bodies) == 1 and self.referring.is_person(first_of(earlier[0])[0]) is False
        return first_of(earlier[0]) if is_one and len(ahead) <= _TITLE else ()

    def _is_its(self, who: str) -> bool:
        """Return whether a role is that of the thing named last: "its director", and not "his"."""
        return who.startswith(self.saying.its)


def first_of(mention: Mention) -> tuple[str, ...]:
    """Return whom a name means. Where several share it, the editor has to say; the first is proposed."""
    return tuple(sorted(mention.ids))[:1]
