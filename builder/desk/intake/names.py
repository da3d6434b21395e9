"""The names in a byline, apart from roles, places, papers and agencies. What may be no name is left out."""

from __future__ import annotations

import re

from builder.desk.intake.agencies import KNOWN, Agencies

_LABEL = re.compile(
    r"^\W*(?:(?:(?:written|words|story|report|reported|text|texte?|texto|testo|tekst|post(?:ed)?|published|analysis|opinion)\s+)?(?:by|von|par|por|di|da|door|av|af|przez|od|szerző|autor|авторы?)(?:\s*:|\s+)"
    r"|(?:author|authors|autor|autoren|autore|autores|autorin|auteur|auteurs|text|texte|texto|testo|tekst|автор|автори|yazan|haber|文|作者|记者|記者|编辑|責任編輯|기자|بقلم|كتب|מאת)\s*[::]?\s+)",
    re.IGNORECASE,
)
_PARTING = re.compile(r"\s*(?:[,;/|·•、،]|\s[-–—]\s|\band\b|\bund\b|\bet\b|\bwith\b|&)\s*", re.IGNORECASE)
_SIGNS = re.compile(r"\s*[,;/|·•]\s*|\s[-–—]\s")
_JOINING = re.compile(r"\s+(?:y|e|i|og|och|en|и|та|й|і|ja|és|ve|و|und|et)\s+")
_PLACE = re.compile(
    r"\s+(?:for|of|in|at|from|aus|bei|depuis|à|desde)\s+(?:the\s+|der\s+|dem\s+|die\s+)?(?=[^\W\d_a-z]).*\Z"
)
_PICTURES = re.compile(
    r"\b(?:photo\w*|foto\w*|pictures?|videos?|images?|illustrat\w+|bild(?:er)?|graphics?)\b",
    re.IGNORECASE,
)
"""From here on, a byline speaks of pictures."""
_LETTERS = re.compile(r"[^\W\d_][\w.'’ʼ·-]*\Z")
_PARTICLES = frozenset("de du des la le las los der den dem van von vom zu zum zur af av al el ben bin ibn bint di da do dos das del della dello dalla ter ten te y e i san st".split())  # fmt: skip
_GIVEN = frozenset({"Ben", "Al", "Van"})
"""Those that are first names too, where they stand first."""
_ROLES = frozenset(
    """admin administrator agencies agency analyst author blogger bureau chief columnist commentator content contributor contributors correspondent
    correspondents critic desk director editor editors editorial fellow freelance guest host journalist journalists lead manager minister
    newsdesk newsroom online photographer photographers president producer professor reporter reporters researcher reviewer senior specialist staff
    special team webmaster writer writers
    autor autorin chefredakteur chefredakteurin chefreporter chefreporterin korrespondent korrespondentin nachrichten onlineredaktion redakteur redakteurin redaktion redaktorin
    reporterin ressortleiter ressortleiterin volontär volontärin journalistin gastautor gastautorin mitarbeiter leiter leiterin
    correspondant correspondante envoyé envoyée journaliste journalistes rédacteur rédactrice rédaction chroniqueur chroniqueuse éditorialiste
    columnista corresponsal editora enviada enviado especial periodista redacción redactor redactora reportero reportera
    corrispondente giornalista inviata inviato redattore redattrice redazione
    colunista correspondente jornalista redação repórter redacteur verslaggever verslaggeefster redactie
    dziennikarka dziennikarz korespondentka redakcja redaktor redaktorka redaktør redaktör reportér redakce toimittaja toimitus szerkesztő szerkesztőség
    muhabir muhabiri editör editörü gazeteci автор журналист журналистка корреспондент обозреватель редактор редакция кореспондент кореспондентка журналіст журналістка
    редакція оглядач""".split()
)
_BODIES = frozenset(
    """ag association associazione asociación bund bundesverband co company corp foundation fraktion ggmbh gmbh group inc institut institute kg limited
    ltd magazin magazine media medien nachrichten news noticias partei party press presse sa stiftung team union university universität
    verband verein verlag zeitung kitchens llc plc srl spa oy ab kreuz deutschland copyright""".split()
)
"""Words in the names of companies, papers and bodies, not of people."""
_PAPERS = frozenset(
    """advertiser advocate age argus banner blade bulletin capital chronicle citizen clarion courant courier daily democrat despatch dispatch echo enquirer
    examiner express gazette globe guardian herald independent inquirer journal leader ledger mail mercury messenger mirror monitor observer
    pioneer post press record register republic review sentinel standard star statesman sun telegram telegraph times today tribune weekly world
    abendblatt allgemeine anzeiger blatt bote börsen-zeitung kurier merkur morgenpost rundschau spiegel tageblatt tagblatt tageszeitung welt
    courrier dépêche écho figaro gazette journal matin monde parisien progrès républicain
    correo diario heraldo mundo opinión país periódico razón vanguardia verdad voz""".split()
)
"""Words with which the names of papers end. A name behind a person's may be one: "By Ada Brandt, Elbing Courier"."""
_FIELDS = frozenset(
    """acting africa agriculture asia associate business chief city consumer courts crime culture defence defense deputy diplomatic economics
    economy education energy entertainment environment environmental europe executive features finance financial foreign general global group head health
    home industry international investigations investigative legal local managing markets media medical middle-east national news northern opinion
    political politics regional religion royal science security senior social southern sports sport technology tech transport travel
    uk us video west white-house world""".split()
)
# Words that stand behind "by" in a headline, and are no names: "By Tuesday Evening Nobody Came", "By Popular Demand".
_NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    morning noon afternoon evening night midnight day week weekend month year today tomorrow yesterday dawn dusk midday christmas easter
    nobody somebody everybody anyone everyone someone nothing everything anything all any both each either every few many most much neither
    no none one some such the a an this that these those his her its our their your my it we they you he she who what which when where why how
    not now then than there here only just even still also more less far end law order request popular demand hand heart mistake accident design
    chance degrees way means numbers nature default rail road sea land air train bus boat foot car hook crook comparison contrast virtue
    is are was were be been has have had do does did will would can could should must may might says said came went comes goes
    and or but if as at by for from in into of on to with without after before since until through under over
    advertisement share follow read comments comment minutes min ago updated published posted edited photo image video getty source subscribe
    sign login menu home search more latest related""".split()
)  # fmt: skip


def without_label(words: str) -> str:
    """Return the words of a byline without what stands before its names: "By", "Text: "."""
    return _LABEL.sub("", " ".join(words.split()))


def has_label(words: str) -> bool:
    """Return whether words begin as bylines do."""
    return bool(_LABEL.match(words.strip()))


def people(words: str, *, sure: bool = False, known: Agencies = KNOWN) -> tuple[list[str], str | None]:
    """Return the names of people in a byline, and the agency in it or None.

    ``sure`` says that the words are known to be of an author, as those of a record: then longer names are taken too.
    ``known`` are the agencies that it may name.
    """
    words = " ".join(words.split())
    if pictures := _PICTURES.search(words):
        words = words[: pictures.start()]
    words = without_label(re.split(r"\bby\b", words, flags=re.IGNORECASE)[-1].strip())
    names: list[str] = []
    credit = None
    named = papers(words, known)
    for part in _parts(words):
        if (aside := re.search(r"\s*\(([^()]*)\)\s*\Z", part)) is not None:
            credit = credit or known.agency(aside[1])
            part = part[: aside.start()]
        if found := known.agency(part):
            credit = credit or found
            continue
        name = _without_role(_PLACE.sub("", part).strip(" .:|*"))
        if names and name in named:
            continue
        if not sure and not names and not credit and not is_name(name):
            # "By Any Measure, Trams Fail"
            break
        if len(names) < 12 and name and is_name(name, sure=sure) and name not in names:
            names.append(name)
    return names, credit


def papers(words: str, known: Agencies = KNOWN) -> list[str]:
    """Return the papers that a byline names behind its people, parted from them by a sign: "By Ada Brandt, Elbing Courier"."""
    first, *rest = _SIGNS.split(without_label(words))
    return [part for part in map(str.strip, rest) if first.strip() and _is_paper(part, known)]


def _is_paper(words: str, known: Agencies) -> bool:
    *before, last = words.split() or [""]
    return (
        bool(before)
        and last.casefold() in _PAPERS
        and words[0].isupper()
        and not is_role(words)
        and known.agency(words) is None
    )


def is_role(words: str) -> bool:
    """Return whether words name an office or a desk, not a person."""
    return any(word in _ROLES for word in _words(words))


def is_name(words: str, *, sure: bool = False) -> bool:
    """Return whether words are likely a person's name, with what may stand in brackets within it. ``sure``: they stand where an author stands."""
    words = re.sub(r"(?<=\w)\s\([^()]{1,40}\)(?=\s\w)", "", words)
    parts = words.split()
    cased = any(char.isupper() or char.islower() for char in words)
    if (
        len(words) > 60
        or is_role(words)
        or not _BODIES.isdisjoint(_words(words))
        or not all(_LETTERS.match(part) for part in parts)
    ):
        return False
    if not cased:
        # Chinese, Arabic, Hebrew: no capital letters tell a name from a sentence.
        return sure and len(words) >= 2 and len(parts) <= 5
    real = [
        part
        for at, part in enumerate(parts)
        if (part.casefold() not in _PARTICLES or (not at and part in _GIVEN))
        and not part.casefold().startswith(("d'", "d’"))
    ]
    if (
        not all(part[0].isupper() or re.match(r"[a-z]{1,3}['’-][A-Z]", part) for part in real)
        or len(real) < 2
    ):
        return False
    if any(
        word in _NO_NAMES
        and not (sure and word in ("may", "april", "june", "august", "will", "day", "law", "foot"))
        for word in _words(words)
    ):
        return False
    return len(real) <= (5 if sure else 3) or (
        len(real) == 4 and any(len(part.strip(".")) == 1 for part in real)
    )


def _parts(words: str) -> list[str]:
    """Return a byline's parts. Where "y", "e" or "i" may stand within a name, it parts only what are two full names."""
    parts = []
    for part in _PARTING.split(words):
        halves = _JOINING.split(part)
        parts += halves if len(halves) > 1 and all(len(half.split()) > 1 for half in halves) else [part]
    return [part for part in parts if part]


def _without_role(words: str) -> str:
    """Return a name without a role behind it ("Ada Brandt Political Editor"); empty if where the name ends is not clear."""
    parts = words.split()
    if not parts or not is_role(words):
        return words
    end = next(i for i, part in enumerate(parts) if is_role(part))
    while end > 0 and parts[end - 1].casefold() in _FIELDS:
        end -= 1
    real = [part for part in parts[:end] if part.casefold() not in _PARTICLES]
    return " ".join(parts[:end]) if len(real) == 2 else ""


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", words.casefold())
