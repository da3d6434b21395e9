"""Plan that a topic moves to another story: its line there, and the story of the articles that speak of nothing else."""

from __future__ import annotations

from builder.content.load import Document
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.edit import entries, with_listed
from builder.desk.kinds import Refusal
from builder.desk.moving.edits import Drop, Set
from builder.desk.moving.names import find
from builder.desk.moving.plan import Files, Plan
from builder.desk.moving.references import References


def plan_move(desk: Desk, topic: str, story: str) -> Plan:
    """Return what changes if a topic moves to another story. Nothing is written; its address stays as it is.

    An article that says of itself that it is of the former story follows if all its claims and silences are of this topic. Raises
    ``Refusal`` if a story has no topic then, or the topic is there; ``ContentError`` if the content has errors.
    """
    files = Files(desk)
    moved, to = find(desk.content, topic, "topics"), find(desk.content, story, "stories")
    document = desk.content.registries["stories"]
    of = next((id for id, one in desk.site.stories.items() if moved.id in one.topics), None)
    if of == to.id:
        raise Refusal(kinds.NAME_REFUSED, f'"{moved.id}" is a topic of "{to.id}"')
    if of is not None:
        listed = list(desk.site.stories[of].topics)
        if len(listed) == 1:
            raise Refusal(
                kinds.STILL_NAMED, f'"{moved.id}" is the only topic of "{of}", which would have none'
            )
        files.edit(document.path, [Drop((of, "topics", listed.index(moved.id)))])
    files.write(document.path, with_listed(files.read(document.path) or "", to.id, "topics", moved.id))
    plan = Plan(moved, to)
    found = [one for one in References(desk.content).all(desk.content) if one[2].path == ("story",)]
    for article in desk.content.articles:
        topics = _topics(article)
        if article.data.get("story") != of or of is None or moved.id not in topics:
            continue
        if topics == {moved.id}:
            files.edit(article.path, [Set(("story",), to.id)])
            plan.followed += [one for one in found if one[1] is article]
        else:
            plan.remarks.append(f'{article.id} has claims of other topics, too: its story stays "{of}".')
    plan.after = files.checked()
    plan.changes = files.changes
    return plan


def _topics(article: Document) -> set[str]:
    """Return the topics that an article's claims and silences are of."""
    return {
        str(one.get("question")).partition("/")[0]
        for key in ("claims", "silences")
        for one in entries(article.data, key)
    }
