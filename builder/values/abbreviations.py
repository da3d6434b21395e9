"""Abbreviations, by what their full stop says of a sentence's end.

A word in small letters here is one in any; one with a capital is one only so, or all in capitals: "Rep." is a title, and "rep." ends
a sentence. Collected from the style guides and word lists of each language; what is missing makes a sentence too short, never the
check of quotations laxer.
"""

from __future__ import annotations

import re

_BEFORE_NAMES = frozenset(
    """
    mr mrs ms messrs mx dr drs prof profs Hon Rev Fr Gen Lt Col Maj Capt Cpt Cmdr Cdr Adm Brig Sgt Cpl Pvt Pfc Sen Sens Rep Reps Gov Govs
    Pres Supt Insp Det Amb Atty Asst St Sts Mt Mts Ft Pt vs viz cf approx ca resp i.e e.g
    Hr Hrn Fr Frl Dipl Mag Ing Hptm Oblt Gfr Frhr St Skt bzw vgl sog ca evtl ggf inkl exkl einschl bes insb zzgl zw med jur phil rer nat oec
    allg ehem geb gest gegr verh z.B d.h u.a o.g s.o v.a i.d.R m.E u.U
    Mme Mmes Mlle Mlles Mgr MM Mtre Pr Ste Cie bd boul env p.ex c.-à-d
    Sr Sra Sres Sras Srta Dra Dres Dña Ud Uds Vd Vds Gral Cnel Tte Sgto Lic Arq Mons Pdte Pdta Excmo Excma Ilmo Ilma Avda aprox p.ej
    Sig Sigg Dott On Avv Dhr Mevr Drs dhr mevr bijv Exmo
    np tzn m.in dr inż mgr płk gen ppłk kpt por prof ks św im ul tzw např tj bl.a t.ex f.eks dvs
    д-р проф акад ген ул им св пр т.е т.к см ім вул напр
    """.split()
)
"""Titles and words that something always follows."""
_BEFORE_FIGURES = frozenset(
    """
    no nos nr núm num art arts fig figs vol vols ch chap p pp pág págs pag sec par abs kap abb bd hs tel tél kl č стр рис ст гл
    c circa n br para cap est
    """.split()
)
"""Words that are none of these, but with a figure behind them."""
_ANYWHERE = frozenset(
    """
    jan feb Mar apr jun jul aug sep sept oct nov dec Jän okt dez janv févr juill déc Mon Tue Tues Wed Thu Thur Thurs Fri
    inc ltd Co Corp Bros plc Jr Sr Esq etc al Ave Blvd Rd Hwy Dept Univ Assn
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
    a.m p.m u.s u.k u.n e.u d.c u.s.a u.a.e Ph.D
    mio mrd tsd usw Str Std Sek jh jhd n.Chr v.Chr dt dgl
    av hab ecc enz blz mln mld pkt bzgl
    EE.UU FF.AA RR.HH Cía Dpto Depto
    tys godz r.ż itd itp milj kr osv m.m m.fl т.д т.п др пр г гг млн млрд тыс руб коп обл тис грн ін н.э
    """.split()
)
"""Words that stand within a sentence and at its end."""
_OPENERS = frozenset(
    """
    The An It He She They We You But And There This These Those That When While If After Before Its Their Our However Meanwhile In On At
    Some Many Most Several Few All Both Each Every Nearly Almost About More Less Over Only No Not None Neither Then Now Here So Yet Or Nor As By For From
    With Without Until Since During Although Though Because Since Once Where What Why How Who His Her My Your Another Others According Earlier
    Later Among Under Despite Instead Also
    Der Die Das Es Er Sie Wir Eine Ein Aber Und Doch Auch Nach Bei Im Am Dies Diese Dieser Den Dem Des Einige Viele Mehrere Rund Etwa Mit Seit Für
    Als Wenn Weil Ob Wie Wer Dort Dann Danach Dabei Damit Dazu Zudem Außerdem Jedoch Bis Vor Unter Alle Ihr Ihre Sein Seine Mehr
    Il Elle Ils Elles Mais Dans Selon Cette Cet Ces Les Des Une Un Au Aux Pour Avec Sans Sous Plus Environ Quelque Près Après Avant Depuis Cela Leur Leurs
    Son Sa Ses El Pero En Según Esta Estos Los Las Una Con Sin Por Para Desde Hasta Tras Cerca Unos Unas Casi Más Este Estas Su Sus También
    Nobody Everybody Somebody Someone Anyone Everyone Nothing Everything Niemand Jemand Jeder Jede Alles Nichts Personne Rien Chacun Tous Toutes
    Nadie Nada Alguien Todos Todas Algunos
    Он Она Они Это Но По На Никто Все
    """.split()
)
"""Words that begin a sentence, as their capital says nothing else: no name begins with them."""
_SURE = frozenset(
    """
    The It We They This That These Those There While Neither However Meanwhile Because Although Nobody Everybody Somebody Someone Anyone
    Everyone Nothing Everything Es Wir Doch Niemand Jemand Nichts Alles Elle Ils Elles Cela Cette Personne Rien Pero Esta Nadie Nada
    Никто Они Это Но Ніхто Вони Це Але
    """.split()
)
"""Those of them that no name begins with, and that stand behind no title and no initial."""
_LINKS = frozenset(
    """
    vs v viz cf i.e e.g resp bzw vgl sog evtl ggf inkl exkl einschl bes insb zzgl zw z.b d.h u.a o.g s.o v.a i.d.r m.e u.u p.ex c.-à-d p.ej
    np tzn m.in tzw tj bl.a t.ex f.eks dvs bijv т.е т.к см напр m m.le
    """.split()
)
"""Those behind which no sentence ends, as they lead on to what follows: "vs. The Crown", "M. Le Gall"."""
_PLACES = frozenset("St Sts Avda Av env approx aprox ca".split())
"""Those that may end what they belong to: "Elm St.", French "30 env."."""
_MEASURES = frozenset("h m t g l s к м т ч л с".split())
"""Letters that are units behind a figure."""
_HALVES_OF_DAYS = frozenset({"a.m", "p.m"})
_BEHIND_HOURS = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """.split()
)
"""Days that may follow a time of day."""
_OF_TIME = re.compile(r"(?:[A-Z]{2,4}\b|[\w-]+ (?:[A-Z][a-z]+ )?[Tt]ime\b)")
"""The time of a place: "GMT", "Eastern time"."""
_BEHIND_WORD = re.compile(r"(?:[A-ZÀ-ÝА-Я][\w'-]+|[0-9]|(?<=[0-9] )[\w-]+)\s[\w'-]+\Z")
"""A name or a figure before a word, or a figure with what it counts."""
_BEHIND_FIGURE = re.compile(r"[0-9]\s?[^\W\d_]\Z")
_PARTS = re.compile(r"(?<!\w)(?:[^\W\d_]{1,3}\. ?)*(?:[^\W\d_][\w'-]*\.)*[^\W\d_][\w'-]*\Z")
"""A word and those tied to it by full stops."""
_NEXT = re.compile(r"[\"'(\[]*(?P<word>[^\W\d_]+)(?![-'\w])")
_DOUBLED = re.compile(r"([A-Z])\1\.")
_FIGURE = re.compile(r"[\"'(\[#]*[0-9]")

_MONTHS = frozenset("Januar Jänner Februar Feber März Mai Juni Juli Oktober Dezember".split())
_SHARED_MONTHS = frozenset("April August September November".split())
_COUNTED = frozenset(
    """
    Jahrhundert Jahrhunderts Jahrtausend Jahrestag Jahrestages Jahr Monat Woche Tag Stunde Minute Mal Weltkrieg Weltkriegs Stock Etage
    Geburtstag Lebensjahr Platz Runde Spieltag Liga Bundesliga Auflage Quartal Halbjahr Bezirk Armee Brigade Division Bataillon Regiment
    Korps Klasse Kapitel Paket Sanktionspaket Verhandlungstag Amtszeit
    """.split()
)
_ORDINAL = re.compile(
    r"\b(?P<before>[Aa]m|[Vv]om|[Zz]u[mr]|[Bb]is|[Dd](?:e[rmns]|ie|as)|[Ii][mn]|[Aa]b|[Ss]eit|[Bb]eim|(?:[Ee]|[Kk]e|[Ss]e)ine[rmns]?|"
    r"[Ii]hre[rmns]?|[Jj]ede[rmns]?|und|oder)\s+[0-9]{1,4}\Z"
)
_NUMBER = re.compile(r"(?<![\w.,:])[0-9]{1,4}\Z")

REACH = 32
"""So many characters before a full stop are looked at, and behind it."""


def goes_on(before: str, after: str) -> bool:
    """Return whether a full stop that something with a capital or a figure follows ends no sentence.

    ``before`` has the ``REACH`` characters before it, ``after`` those behind it and its spaces.
    """
    following = _NEXT.match(after)
    word = following["word"] if following else ""
    if _NUMBER.search(before):
        return _is_ordinal(before, word)
    found = _PARTS.search(before)
    if found is None:
        return False
    tied = found[0].replace(" ", "")
    last = re.split(r"[. ]", found[0])[-1]
    if _ends(before, tied, last, word):
        return False
    if _is_in(tied, _BEFORE_NAMES) or _is_in(last, _BEFORE_NAMES):
        return True
    if _FIGURE.match(after) and (_is_in(tied, _BEFORE_FIGURES) or _is_in(last, _BEFORE_FIGURES)):
        return True
    if tied.casefold() in _HALVES_OF_DAYS:
        # "at 9 a.m. Police came", and neither "9 a.m. Monday" nor "9 a.m. Eastern time"
        return not word or word in _BEHIND_HOURS or _OF_TIME.match(after) is not None
    if _is_in(tied, _ANYWHERE) or _is_in(last, _ANYWHERE) or _is_dotted(found[0]):
        return word not in _OPENERS
    # An initial: "J. Dahl", "M. Le Gall". The first half of a Spanish plural: "EE. UU."
    return len(last) == 1 or (_is_doubled(last) and _DOUBLED.match(after) is not None)


def _ends(before: str, tied: str, last: str, word: str) -> bool:
    """Return whether a sentence ends behind what else would lead on: "Elm St. Nobody", "it was 5 h. Nobody", "Malcolm X. The"."""
    if tied == last and last in _MEASURES and _BEHIND_FIGURE.search(before):
        return True
    if last in _PLACES and word in _OPENERS and _BEHIND_WORD.search(before):
        return True
    return word in _SURE and not {tied.casefold(), last.casefold()} & _LINKS


def _is_in(word: str, known: frozenset[str]) -> bool:
    if word in known or word.casefold() in known:
        return True
    return word.isupper() and len(word) > 1 and word.capitalize() in known


def _is_dotted(word: str) -> bool:
    """Return whether a word is made of letters with full stops between: U.S, J.R.R, Ph.D, or EE. UU."""
    parts = re.split(r"\. ?", word)
    if len(parts) < 2:
        return False
    if " " in word:
        return all(map(_is_doubled, parts))
    return all(len(part) <= 2 for part in parts)


def _is_doubled(part: str) -> bool:
    return len(part) == 2 and part[0] == part[1] and part.isupper()


def _is_ordinal(before: str, word: str) -> bool:
    """Return whether a number with a full stop is the German "11th": before a month, or between an article and what is counted so."""
    if word in _MONTHS:
        return True
    return (word in _SHARED_MONTHS or word in _COUNTED) and _ORDINAL.search(before) is not None
