"""Plan that something goes: its file or its lines, what is said of it in the log of changes, and what its old address says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare.log import news
from builder.content.load import MOVED, Document
from builder.content.model import Change, Site
from builder.content.settings_file import NAME
from builder.content.strict_yaml import spell
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.diff import state_of_site
from builder.desk.kinds import Refusal
from builder.desk.log import new_file, text_of, unlogged
from builder.desk.moving.edits import Drop, Edit, Put
from builder.desk.moving.names import PARTS, Named, find
from builder.desk.moving.plan import Files, Plan, settings
from builder.desk.moving.references import Reference, References, relinked, respelled
from builder.desk.moving.rename import is_published
from builder.desk.moving.told import log_edits


def plan_remove(
    desk: Desk,
    what: str,
    today: str,
    *,
    why: str | None = None,
    to: str | None = None,
    kind: str | None = None,
    with_claims: bool = False,
) -> Plan:
    """Return what changes if something is removed. Nothing is written.

    ``why`` tells readers why, ``to`` names what takes its place, of the same kind; one of them is needed for what was published.
    ``with_claims`` takes the claims that answer a removed question with it. Raises ``Refusal`` if something else refers to it, naming
    each place; ``ContentError`` if the content has errors.
    """
    files = Files(desk)
    named = find(desk.content, what, kind)
    place = find(desk.content, to, named.kind) if to else None
    if place == named:
        raise Refusal(kinds.NAME_REFUSED, f'"{to}" is what would be removed')
    published = is_published(desk, named)
    if published and not (place or (why and why.strip())):
        raise Refusal(
            kinds.NO_REASON, f'"{named.id}" may be linked to: say why it goes, or what takes its place'
        )
    return _Removal(files, named, with_claims=with_claims).plan(place, why, today, published=published)


class StillNamedError(Refusal):
    """Other places name what would be removed: ``places`` as ``References.all`` has them, ``linked`` files with links to it.

    ``homeless`` are topics that would be in no story.
    """

    def __init__(
        self,
        message: str,
        places: Sequence[tuple[str, Document, Reference]],
        linked: Sequence[str],
        homeless: Sequence[Named],
    ) -> None:
        self.places, self.linked, self.homeless = tuple(places), tuple(dict.fromkeys(linked)), tuple(homeless)
        super().__init__(kinds.STILL_NAMED, message)


class _Removal:
    def __init__(self, files: Files, named: Named, *, with_claims: bool) -> None:
        self.files, self.desk, self.named = files, files.desk, named
        self.found = list(References(self.desk.content).all(self.desk.content))
        self.gone = {named}
        if named.kind in PARTS:
            part = PARTS[named.kind][0]
            self.gone |= {
                one.named
                for _, _, one in self.found
                if one.defines and one.named.kind == part and one.named.owner == named.id
            }
        self.still: list[tuple[str, Document, Reference]] = []
        """Places that go on naming it, as ``References.all`` has them."""
        self.linked: list[str] = []
        """Files with links to it."""
        self.homeless: list[Named] = []
        """Topics that no other story has."""
        self.answers = set(self._answers()) if with_claims else set()
        self.gone |= self.answers

    def _answers(self) -> Iterator[Named]:
        """Yield the claims that answer a question which goes."""
        for _, document, one in self.found:
            if one.named.kind == "questions" and one.named in self.gone and one.path[0] == "claims":
                entry = document.data["claims"][one.path[1]]
                yield Named("claims", f"{document.id}/{entry['id']}")

    def plan(self, to: Named | None, why: str | None, today: str, *, published: bool) -> Plan:
        """Return the plan. ``published`` if readers may know of it."""
        plan = Plan(self.named, to)
        plan.takes = sorted(self.gone - {self.named}, key=lambda one: (one.kind, one.id))
        edits, left = self._edits(plan)
        left += self._links()
        if left:
            count = f"{len(left)} place{'s'[: len(left) != 1]} still name{'s'[: len(left) == 1]} it"
            raise StillNamedError("\n".join([*left, count]), self.still, self.linked, self.homeless)
        for path, own in edits.items():
            self.files.edit(path, own)
        if self.named.kind in PARTS:
            self.files.write(self.path, None)
        if published:
            self._leave_word(plan, to, why, today)
        for document in self.desk.content.changes:
            self.files.edit(document.path, log_edits(document, self.gone, self.desk.site))
        plan.after = self.files.checked()
        if published:
            plan.news = self._tell(plan.after)
        if self.named.kind == "articles":
            text = self.desk.documents[self.named.id].data.get("source_file")
            plan.remarks.append(f"Its text, {text}, stays in the private folder.")
        plan.changes = self.files.changes
        return plan

    @property
    def path(self) -> str:
        """The file of an article or topic."""
        ending = ".md" if self.named.kind == "articles" else ".yml"
        return f"{self.desk.content_dir}/{self.named.kind}/{self.named.id}{ending}"

    def _edits(self, plan: Plan) -> tuple[dict[str, list[Edit]], list[str]]:
        """Return the changes by file, and a line for each place that goes on naming what goes."""
        edits: dict[str, list[Edit]] = {}
        left: list[str] = []
        for room, document, one in self.found:
            homeless = (
                one.named.kind == "topics"
                and room == "stories"
                and Named(room, str(one.path[0])) == self.named
            )
            if not homeless and (
                one.named not in self.gone or (self.named.kind in PARTS and document.path == self.path)
            ):
                continue
            fate = False if homeless else self._fate(room, document, one)
            if isinstance(fate, Drop):
                edits.setdefault(document.path, []).append(fate)
                if not one.defines:
                    plan.followed.append((room, document, one))
            elif not fate:
                where = f"{document.path}:{document.line(one.path)}: {spell(one.path)}"
                told = f'"{one.named.id}" would be in no story' if homeless else f'names "{one.named.id}"'
                left.append(f"{where}: {told}")
                if homeless:
                    self.homeless.append(one.named)
                else:
                    self.still.append((room, document, one))
        return edits, left

    def _fate(self, room: str, document: Document, one: Reference) -> Drop | bool:
        """Return the change that takes a place away, or whether it goes with something else."""
        above, place = one.path[0], one.path[:2]
        if above in ("claims", "questions"):
            entry = document.data[str(above)][place[1]]
            holder = Named(str(above), f"{document.id}/{entry.get('id')}")
        else:
            holder = Named(room, str(above))
            place = one.path[:1]
        if holder in self.gone:
            return Drop(place) if one.defines else True
        if above == "former":
            return Drop(one.path[:4])
        if above == "silences":
            return Drop(one.path[:2])
        if room == "stories" and one.named.kind == "topics":
            # A story without topics would go, too, and topics without a story have no page: whether they should, is for an editor to say.
            return Drop(one.path) if len(document.data[str(above)]["topics"]) > 1 else False
        return False

    def _links(self) -> list[str]:
        """Return a line for each link to what goes, in prose and in the settings."""
        met: list[Named] = []

        def note(named: Named) -> Named:
            if named in self.gone:
                met.append(named)
            return named

        found = []
        for name, text in self.files.markdown.items():
            path = f"{self.desk.content_dir}/{name}"
            if self.named.kind in PARTS and path == self.path:
                continue
            for number, line in enumerate(text.splitlines(), start=1):
                relinked(line, name, note)
                found += [f'{path}:{number}: links to "{named.id}"' for named in dict.fromkeys(met)]
                self.linked += [path] if met else []
                met.clear()
        settings(self.files.read(NAME) or "", lambda path: respelled(path, "", note)[0])
        self.linked += [NAME] if met else []
        return found + [f'{NAME}:1: names the page of "{named.id}"' for named in dict.fromkeys(met)]

    def _leave_word(self, plan: Plan, to: Named | None, why: str | None, today: str) -> None:
        """Plan the entries of ``moved.yml``."""
        path = f"{self.desk.content_dir}/{MOVED}.yml"
        document = self.desk.content.registries.get(MOVED)
        said = {"why": " ".join(why.split())} if why and why.strip() else {}
        edits: list[Edit] = []
        for kind, listed in (document.data if document else {}).items():
            for id, entry in (listed or {}).items():
                # What led to a part of it leads to nothing now; what led to it itself, by its entry.
                if (goal := Named(kind, str(entry.get("to")))) in self.gone and goal != self.named:
                    edits.append(Drop((kind, id, "to")))
                    edits += [Put((kind, id), "why", self._reason(said, goal))] if "why" not in entry else []
        # Nobody has seen the claims of a draft.
        seen = (one for one in self.answers if is_published(self.desk, one))
        for one in (self.named, *sorted(seen, key=lambda one: one.id)):
            leads = {"to": to.id} if to and one == self.named else {}
            if not leads:
                self._reason(said, one)
            edits.append(Put((one.kind,), one.id, {**leads, "on": today, **said}))
            plan.moved.append((one.kind, one.id))
        if document is None:
            self.files.write(path, "")
        self.files.edit(path, edits)

    @staticmethod
    def _reason(said: dict[str, str], of: Named) -> str:
        if not said:
            raise Refusal(kinds.NO_REASON, f'nothing takes the place of "{of.id}": say why it goes')
        return said["why"]

    def _tell(self, after: Site) -> tuple[Change, ...]:
        """Plan what the log of changes tells of it, and return that."""
        before = self.desk.site
        topics = {one.owner for one in self.gone if one.kind in ("topics", "questions")}
        topics |= {
            claim.question.partition("/")[0]
            for article in before.articles.values()
            for claim in article.claims
            if {Named("claims", claim.key), Named("articles", article.id)} & self.gone
        }
        names = {id: outlet.name for id, outlet in before.outlets.items()}
        found = unlogged(after, news(state_of_site(before, topics), state_of_site(after, topics), names))
        if found:
            path, at = new_file(self.desk.root / self.desk.content_dir, self.named.part)
            self.files.write(path.relative_to(self.desk.root).as_posix(), text_of(at, found).decode())
            self.files.checked()
        return found
