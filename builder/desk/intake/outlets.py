"""The outlet of a page: matched to the registry, or proposed for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from builder.cache import regular
from builder.content.model import Outlet
from builder.desk.files import Writing, slug
from builder.desk.intake.facts import Facts
from builder.desk.yamltext import scalar
from builder.values.addresses import readable
from builder.values.names import name_key
from builder.values.text import composed


class NewOutlet(Struct):
    """An outlet to add to the registry."""

    id: str
    name: str
    kind: str
    hosts: list[str]

    @property
    def entry(self) -> str:
        """Its lines in outlets.yml."""
        lines = [f"{self.id}:", f"  name: {scalar(self.name)}", f"  kind: {self.kind}"]
        if self.hosts:
            lines.append(f"  hosts: [{', '.join(self.hosts)}]")
        return "\n".join(lines) + "\n"


def match_outlet(outlets: Mapping[str, Outlet], names: Iterable[str], hosts: Iterable[str]) -> str | None:
    """Return the id of the outlet that a page's host or publisher names, or None if it is none or several."""
    found = {
        id for host in hosts for id, outlet in outlets.items()
        if outlet.has_host(host)
    }  # fmt: skip
    if not found:
        wanted = {_plain(name) for name in names} - {""}
        found = {
            id
            for id, outlet in outlets.items()
            if outlet.kind != "unknown" and wanted & {_plain(name) for name in outlet.names}
        }
    return found.pop() if len(found) == 1 else None


def agency_names(outlets: Mapping[str, Outlet]) -> frozenset[str]:
    """Return the names of the outlets that are agencies, as other outlets credit them."""
    return frozenset(name for outlet in outlets.values() if outlet.kind == "agency" for name in outlet.names)


def _plain(name: str) -> str:
    name = re.sub(r"^the\s+", "", name.strip().casefold())
    return "".join(char for char in composed(name.replace("&", "and"), "NFKC") if char.isalnum())


def near_outlet(outlets: Mapping[str, Outlet], names: Iterable[str]) -> str | None:
    """Return the id of the only outlet whose name is spelled similarly, or None."""
    keys = {name_key(name) for name in names} - {""}
    near = [id for id, outlet in outlets.items() if any(name_key(name) in keys for name in outlet.names)]
    return near[0] if len(near) == 1 else None


def named_hosts(hosts: Iterable[str]) -> list[str]:
    """Return the hosts that are domain names, not IP addresses or ``localhost``."""
    return [host for host in hosts if re.search(r"\.[a-z][a-z0-9-]*\Z", host)]


def not_entered(facts: Facts) -> NewOutlet | None:
    """Return the outlet that a page names, to be proposed for the registry, or None if it names none."""
    hosts = named_hosts(facts.hosts)[:1]
    name = next((name for name in (*facts.outlets, *map(readable, hosts)) if name and slug(name)), None)
    return NewOutlet(slug(name), name, "newspaper", hosts) if name else None


def enter_outlet(path: Path, new: NewOutlet, writing: Writing) -> None:
    """Plan to add an outlet at the end of outlets.yml."""
    before = regular.read(path).decode("utf-8") if path.exists() else ""
    data = (before + ("" if before.endswith("\n") or not before else "\n") + new.entry).encode()
    (writing.change if path.exists() else writing.create)(path, data)
