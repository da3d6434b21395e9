"""The programs that ``benchmarks.site`` measures: how the same content is laid out for each, and how each is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from benchmarks import generated
from builder.pages.cards import LEFT, RIGHT, SIZE

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    cpu: float
    memory: float
    """Peak of one process, in MB."""
    written: float = 0.0
    """What the site then holds, in MB."""


@dataclass(frozen=True)
class Program:
    """A generator: how its site is laid out, and how it is run there."""

    name: str
    prepare: Callable[[Path], None]
    command: tuple[str, ...]


def measured(command: tuple[str, ...], folder: Path, *, texts: bool = False) -> Cost:
    """Run a command in a folder and return what it and its children took; raise where it fails.

    Private texts are at hand only with ``texts``.
    """
    # Where Python may not keep what it compiled, each start compiles all modules again.
    unlike = ("PYTHONDONTWRITEBYTECODE", *([] if texts else ["VARIORUM_SOURCES"]))
    environment = {name: value for name, value in os.environ.items() if name not in unlike}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as output:
        begin = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace")
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed:\n{said[-3000:]}")
        # A site of this project that is made twice, because a form of its pages is wrong, is no measure of anything.
        if "Rendered page by page" in said:
            raise SystemExit(f"{' '.join(command)} did not print its pages from forms:\n{said[-3000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def variorum(root: Path) -> None:
    """Give the site this project's own settings."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("templates/theme", str(ROOT / "templates" / "theme")))


def mkdocs(root: Path) -> None:
    """MkDocs and Material without this project: articles out of the navigation, its search as it is."""
    shutil.copytree(PEERS / "mkdocs", root, dirs_exist_ok=True)
    settings = (
        (ROOT / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("custom_dir: templates/theme", "custom_dir: theme")
    )
    settings = settings.replace("  - variorum\n", "").replace(
        "strict: true\n", "hooks: [hook.py]\nnav: [index.md]\n"
    )
    style = root / "theme" / "assets" / "stylesheets"
    style.mkdir(parents=True)
    shutil.copy(ROOT / "templates" / "theme" / "assets" / "stylesheets" / "variorum.css", style)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def zensical(root: Path) -> None:
    """Zensical reads Markdown alone: it prints the articles' texts, and neither their claims nor topics."""
    (root / "mkdocs.yml").write_text(
        "site_name: Variorum\ndocs_dir: content\ntheme:\n  name: material\n  font: false\nnav: [index.md]\n",
        encoding="utf-8",
    )


def hugo(root: Path, made: Path) -> None:
    """Hugo with Material's page around its own, and the same assets: ``made`` is a small site that Variorum printed."""
    shutil.copytree(PEERS / "hugo", root, dirs_exist_ok=True)
    shutil.copytree(made / "assets", root / "static" / "assets")
    # What every card has: Hugo writes on a picture, but makes none.
    card = Image.new("L", SIZE, 255)
    ImageDraw.Draw(card).rectangle((LEFT, 64, RIGHT, 70), fill=0)
    ImageDraw.Draw(card).line((LEFT, 552, RIGHT, 552), fill=216, width=2)
    (root / "assets").mkdir(exist_ok=True)
    card.save(root / "assets" / "card.png")
    page = (made / "articles" / "article-000000" / "index.html").read_text(encoding="utf-8")
    (root / "layouts" / "baseof.html").write_text(frame(page), encoding="utf-8")


def frame(page: str) -> str:
    """Return the frame of an article's page as a template: what differs between pages comes from ``heads/`` of each kind."""
    head = (
        '{{ $name := .Kind }}{{ if eq .Kind "page" }}{{ $name = .Type }}{{ else if eq .Kind "section" }}'
        '{{ $name = printf "%s-list" .Section }}{{ end }}{{ $head := partial (printf "heads/%s.html" $name) . }}'
    )
    contents = '{{ partialCached "contents.html" $head.contents $name $head.key }}'
    first = '{{ with $head.contents }}<a href="#{{ (index . 0).id }}" class="md-skip">Skip to content</a>{{ end }}'
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", page)
    text = page.replace("{{", "{ {")
    for pattern, template in (
        (r"<title>.*?</title>", "<title>{{ $head.title }} - Variorum</title>"),
        (r'(<meta (?:name|property)="(?:og:)?description" content=")[^"]*', r"\1{{ $head.description }}"),
        (r'(<meta property="og:title" content=")[^"]*', r"\1{{ $head.title }}"),
        (r'<a href="#[^"]*" class="md-skip">.*?</a>', first),
        (r'(data-md-type="toc") >', r"\1{{ if $head.wide }} hidden{{ end }}>"),
        (r'(<ul class="md-nav__list" data-md-component="toc"[^>]*>).*?(</ul>\s*</nav>\s*</div>)', rf"\1{contents}\2"),
        (r"<h1 id=.*</article>", '{{ block "main" . }}{{ end }}</article>'),
        (r'(href|src)="\.\./\.\./', r'\1="/'),
        (r'(href|src)="\.\./\.\."', r'\1="/"'),
        (r'(href|src)="\.\./"', r'\1="/articles/"'),
    ):  # fmt: skip
        text = re.sub(pattern, template, text, flags=re.DOTALL)
    return head + (text.replace(headline[1], "{{ $head.title }}") if headline else text)


def small_site(work: Path) -> Path:
    """Return a small site as Variorum prints it, from which Hugo gets its frame."""
    root = work / "frame"
    generated.write(root, generated.PER_TOPIC)
    variorum(root)
    measured((sys.executable, "-m", "builder", "build"), root)
    return root / "site"


def programs(hugo_command: str | None, work: Path) -> list[Program]:
    """Return the programs that can be run here; Hugo first, to which the others are held."""
    made = small_site(work)
    found = [
        Program("Variorum", variorum, (sys.executable, "-m", "builder", "build")),
        Program("MkDocs + Material", mkdocs, (sys.executable, "-m", "mkdocs", "build", "--quiet")),
        Program("Zensical, texts only", zensical, (sys.executable, "-m", "zensical", "build")),
    ]
    if hugo_command:
        found.insert(
            0,
            Program(
                "Hugo", lambda root: hugo(root, made), (hugo_command, "--quiet", "--destination", "site")
            ),
        )
    return found
