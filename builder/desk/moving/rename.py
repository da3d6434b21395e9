"""Plan that something is called otherwise: its file, all that refers to it, and where its old address leads."""

from __future__ import annotations

import json

from builder.cache import regular
from builder.content.load import MOVED, is_slug
from builder.content.validate.drafts import is_draft
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving.edits import Drop, Edit, Put, Rekey, Set
from builder.desk.moving.names import ABOVE, PARTS, Named, all_named, find
from builder.desk.moving.plan import Files, Plan
from builder.desk.moving.references import Reference, References
from builder.desk.suggest.session import DROPPED


def plan_rename(desk: Desk, what: str, new: str, today: str, kind: str | None = None) -> Plan:
    """Return what changes if something gets another id. Nothing is written.

    ``what`` is an id of the site: of a claim ``article/claim``, of a question ``topic/question``; ``new`` the same, or the part behind
    the stroke. ``today`` is the day for ``moved.yml``, as EDTF. Raises ``Refusal`` if the name cannot be had, ``ContentError`` if the
    content has errors.
    """
    files = Files(desk)
    old = find(desk.content, what, kind)
    to = _wanted(desk, old, new)
    return _Rename(files, old, to).plan(today)


def _wanted(desk: Desk, old: Named, new: str) -> Named:
    part = new
    if old.kind in ABOVE and "/" in new:
        owner, _, part = new.partition("/")
        if owner != old.owner:
            kind = ABOVE[old.kind][:-1]
            raise Refusal(kinds.NAME_REFUSED, f'"{old.id}" stays in its {kind}: "{new}" is in another')
    if not is_slug(part):
        raise Refusal(kinds.NAME_REFUSED, f'"{new[:100]}" is no id')
    to = Named(old.kind, f"{old.owner}/{part}" if old.kind in ABOVE else part)
    if to == old:
        raise Refusal(kinds.NAME_REFUSED, f'"{new}" is its name already')
    if to in set(all_named(desk.content)):
        raise Refusal(kinds.NAME_REFUSED, f'"{to.id}" is taken')
    return to


class _Rename:
    def __init__(self, files: Files, old: Named, to: Named) -> None:
        self.files, self.desk, self.old, self.to = files, files.desk, old, to

    def now(self, named: Named) -> Named:
        """Return what something is called then."""
        if named == self.old:
            return self.to
        kind = ABOVE.get(named.kind)
        if kind == self.old.kind and named.owner == self.old.id and "/" in named.id:
            return Named(named.kind, f"{self.to.id}/{named.part}")
        return named

    def plan(self, today: str) -> Plan:
        plan = Plan(self.old, self.to, renames=True)
        edits: dict[str, list[Edit]] = {}
        for room, document, reference in References(self.desk.content).all(self.desk.content):
            if edit := self._edit(reference):
                edits.setdefault(document.path, []).append(edit)
                if not reference.defines:
                    plan.followed.append((room, document, reference))
        for path, own in edits.items():
            self.files.edit(path, own)
        plan.linked = list(self.files.relink(self.now))
        if self.old.kind in PARTS:
            self._move_file()
        if is_published(self.desk, self.old):
            self._leave_word(plan, today)
        self._private()
        plan.after = self.files.checked()
        plan.changes = self.files.changes
        return plan

    def _edit(self, reference: Reference) -> Edit | None:
        now = self.now(reference.named)
        words = reference.written(now)
        if words == reference.written(reference.named):
            return None
        return Rekey(reference.path, words) if reference.key else Set(reference.path, words)

    def _move_file(self) -> None:
        ending = ".md" if self.old.kind == "articles" else ".yml"
        folder = f"{self.desk.content_dir}/{self.old.kind}"
        before, after = f"{folder}/{self.old.id}{ending}", f"{folder}/{self.to.id}{ending}"
        if self.files.read(after) is not None:
            raise Refusal(kinds.NAME_REFUSED, f"{after} exists already")
        self.files.write(after, self.files.read(before))
        self.files.write(before, None)

    def _leave_word(self, plan: Plan, today: str) -> None:
        """Plan the entry of ``moved.yml``. What led to the old name leads to the new one; a former name may be had again."""
        path = f"{self.desk.content_dir}/{MOVED}.yml"
        document = self.desk.content.registries.get(MOVED)
        edits: list[Edit] = []
        for kind, listed in (document.data if document else {}).items():
            for id, entry in (listed or {}).items():
                if kind == self.old.kind and id == self.to.id:
                    if not self._leads_to_old(id):
                        raise Refusal(kinds.NAME_REFUSED, f'"{id}" was the name of something else')
                    edits.append(Drop((kind, id)))
                elif isinstance(to := entry.get("to"), str):
                    now = self.now(Named(kind, to))
                    if now.id != to:
                        edits.append(Set((kind, id, "to"), now.id))
        edits.append(Put((self.old.kind,), self.old.id, {"to": self.to.id, "on": today}))
        if document is None:
            self.files.write(path, "")
        self.files.edit(path, edits)
        plan.moved.append((self.old.kind, self.old.id))

    def _leads_to_old(self, id: str) -> bool:
        return any(
            one.kind == self.old.kind and one.id == id and one.to == self.old.id
            for one in self.desk.site.moved
        )

    def _private(self) -> None:
        """Plan that what was dropped of an article's proposals stays dropped; the list is in the private folder."""
        file = self.desk.private / DROPPED
        root = self.desk.root.resolve()
        if self.old.kind != "articles" or not file.resolve().is_relative_to(root):
            return
        try:
            found = json.loads(regular.read(file))
        except (OSError, ValueError, RecursionError):
            return
        if isinstance(found, dict) and self.old.id in found:
            found[self.to.id] = found.pop(self.old.id)
            text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
            self.files.write(file.resolve().relative_to(root).as_posix(), text)


def is_published(desk: Desk, named: Named) -> bool:
    """Return whether a site may have shown something: not what is or stands in a draft."""
    draft = {document.id for document in desk.content.articles if is_draft(document)}
    return named.kind not in ("articles", "claims") or named.owner not in draft
