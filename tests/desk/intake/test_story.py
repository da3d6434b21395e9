"""The page's own story is found among the records of a page, whatever form they have; another story's never is."""

from __future__ import annotations

import json

import pytest

from tests.desk.intake.story import HEADLINE, KNOWN, OTHER, PARAGRAPHS, RECORD, known, ld, read, tram_page

CANONICAL = '<link rel="canonical" href="https://www.courier.example/trams/">'
NOTHING = (HEADLINE, [], None, ["Elbing Courier"])


@pytest.mark.parametrize(
    "head",
    [
        # By address: the first of two of one headline's length, in one script, in two, in a graph, as a list's items.
        CANONICAL + ld({**OTHER, "url": "https://courier.example/pool"}, {**RECORD, "url": "https://courier.example/trams"}),
        CANONICAL + ld({"@graph": [{**OTHER, "@id": "https://courier.example/pool#article"}, {**RECORD, "mainEntityOfPage": {"@id": "http://courier.example/trams?utm=1"}}]}),
        # By headline alone.
        ld([OTHER, OTHER, RECORD]),
        ld(OTHER, {"@type": ["WebPage", "ItemPage"], "mainEntity": [RECORD]}),
        # Other stories within it, and around it.
        ld({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}, RECORD),
        ld({**RECORD, "hasPart": [OTHER], "citation": OTHER, "isPartOf": {"@type": "Blog", "blogPost": [OTHER]}}),
        # The same one twice, the better last.
        ld({"@type": "Article", "headline": HEADLINE}, RECORD),
    ],
)  # fmt: skip
def test_the_own_story_is_found_among_others(head):
    assert known(tram_page(head)) == KNOWN


@pytest.mark.parametrize(
    "head",
    [
        ld(OTHER),
        ld([OTHER, {**OTHER, "headline": "Swans come back to the lake"}]),
        CANONICAL + ld({**OTHER, "url": "https://courier.example/pool"}),
        ld({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": RECORD}]}),
        ld({"@type": "WebPage", "relatedLink": [RECORD], "mentions": RECORD}),
    ],
)  # fmt: skip
def test_a_teasers_record_gives_nothing(head):
    assert known(tram_page(head)) == NOTHING


def test_teasers_in_microdata_give_nothing():
    teaser = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Mayor opens a new swimming pool</h3>'
        '<span itemprop="author">Otto Wenn</span><time itemprop="datePublished" datetime="2029-01-02">2 January</time></div>'
    )
    assert known(tram_page(around=teaser * 2)) == NOTHING
    assert known(tram_page(around=teaser, head=ld(RECORD))) == KNOWN


@pytest.mark.parametrize(
    "kind",
    ["Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
     "ReviewNewsArticle", "AskPublicNewsArticle", "SatiricalArticle", "BlogPosting", "LiveBlogPosting", "Report", "https://schema.org/NewsArticle",
     "schema:OpinionNewsArticle", ["NewsArticle", "LiveBlogPosting"]],
)  # fmt: skip
def test_every_kind_of_article_is_one(kind):
    assert known(tram_page(ld({**RECORD, "@type": kind}))) == KNOWN


def test_updates_of_a_live_blog_are_not_the_story():
    update = {
        "@type": "BlogPosting",
        "headline": "Noon",
        "datePublished": "2031-06-05",
        "author": {"name": "Otto Wenn"},
    }
    blog = {
        **RECORD,
        "@type": "LiveBlogPosting",
        "coverageStartTime": "2031-06-04",
        "liveBlogUpdate": [update, update],
    }
    assert known(tram_page(ld(blog))) == KNOWN
    assert known(tram_page(ld({"@graph": [update, blog]}))) == KNOWN


@pytest.mark.parametrize(
    "nodes",
    [
        [{**RECORD, "author": {"@id": "#ada"}, "publisher": {"@id": "#paper"}}, {"@id": "#ada", "@type": "Person", "name": "Ada Brandt"}, {"@id": "#paper", "name": "Elbing Courier"}],
        [{"@id": "#paper", "name": "Elbing Courier"}, {**RECORD, "author": ["#ada"], "publisher": "#paper"}, {"@id": "#ada", "@type": "Person", "name": "Ada Brandt"}],
        [{"@type": "WebPage", "@id": "#page", "mainEntity": {"@id": "#story"}}, {**RECORD, "@id": "#story"}],
        [{**RECORD, "author": [{"@type": "Person", "@id": "#ada"}]}, {"@id": "#ada", "@type": "Person", "name": "Ada Brandt"}],
    ],
)  # fmt: skip
def test_references_are_followed(nodes):
    assert known(tram_page(ld({"@graph": nodes}))) == KNOWN
    assert known(tram_page(ld(*nodes))) == KNOWN


def test_references_in_a_circle_end():
    nodes = [
        {"@type": "WebPage", "@id": "#a", "mainEntity": {"@id": "#b"}},
        {"@type": "WebPage", "@id": "#b", "mainEntity": {"@id": "#a"}},
    ]
    assert known(tram_page(ld({"@graph": nodes}, RECORD))) == KNOWN


SOUND = json.dumps(RECORD)


@pytest.mark.parametrize(
    "script",
    [
        SOUND.replace("Elbing Courier", "Elbing\n Courier").replace("Ada Brandt", "Ada\tBrandt"),
        SOUND.replace('"}}', '",},}'),
        f"[{SOUND},]",
        f"<!--\n{SOUND}\n-->",
        f"//<![CDATA[\n{SOUND}\n//]]>",
        f"{SOUND};",
        f"{SOUND}\n{json.dumps(OTHER)}",
        f"/* made by a machine, */ {SOUND}",
        SOUND.replace("Ada Brandt", "Ada Brandt").replace(
            "}}", '}, "description": "the driver\\\'s day, [all,]"}'
        ),
        SOUND.replace("Elbing Courier", "<b>Elbing</b> Courier"),
        SOUND.replace('"', "&quot;"),
    ],
)
def test_broken_records_are_read_as_far_as_they_can_be(script):
    assert known(tram_page(f'<script type="application/ld+json">{script}</script>')) == KNOWN


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ("Strike &#8216;over&#8217; &amp; out: trams stand still", "Strike ‘over’ & out: trams stand still"),
        ("Strike &amp;quot;over&amp;quot;: trams stand still", 'Strike "over": trams stand still'),
        ("Trams <em>stand</em> still&nbsp;again", "Trams stand still again"),
    ],
)
def test_entities_and_markup_in_a_record_are_what_they_stand_for(stated, meant):
    assert known(tram_page(ld({**RECORD, "headline": stated})))[0] == meant


MICRO = (
    '<div itemscope itemtype="http://schema.org/{kind}">{inside}<div itemprop="articleBody">'
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    + "</div></div>"
)


@pytest.mark.parametrize(
    "inside",
    [
        (
            '<span itemprop="author" itemscope itemtype="http://schema.org/Person">By <b itemprop="name">Ada Brandt</b></span><meta itemprop="datePublished" content="2031-06-04">'
            '<span itemprop="publisher" itemscope><meta itemprop="name" content="Elbing Courier"></span>'
        ),
        (
            '<h2 itemprop="headline">Trams stand still as drivers walk out</h2><a itemprop="author" href="/ada">Ada Brandt</a><time itemprop="datePublished" datetime="2031-06-04">4.6.</time>'
            '<time itemprop="dateModified" datetime="2031-06-09">9.6.</time>'
        ),
    ],
)
@pytest.mark.parametrize("kind", ["NewsArticle", "OpinionNewsArticle"])
def test_microdata(kind, inside):
    assert known(tram_page(body=MICRO.format(kind=kind, inside=inside))) == KNOWN


def test_rdfa():
    body = MICRO.replace("itemscope itemtype", "typeof").replace("itemprop", "property")
    inside = '<span property="author" typeof="schema:Person"><b property="schema:name">Ada Brandt</b></span><meta property="schema:datePublished" content="2031-06-04">'
    assert known(tram_page(body=body.format(kind="NewsArticle", inside=inside))) == KNOWN


@pytest.mark.parametrize("value", [False, "False", "false", "http://schema.org/False", "https://schema.org/False", ["False"]], ids=repr)  # fmt: skip
def test_a_story_that_is_not_free_in_any_spelling(value):
    assert not read(tram_page(ld({**RECORD, "isAccessibleForFree": value}))).facts.free


@pytest.mark.parametrize("value", [True, "True", "https://schema.org/True", None], ids=repr)
def test_a_story_that_is_free_in_any_spelling(value):
    assert read(tram_page(ld({**RECORD, "isAccessibleForFree": value}))).facts.free


def test_a_headline_that_a_record_cuts_is_the_one_that_is_shown():
    cut = {**RECORD, "headline": "Trams stand still as drivers…"}
    assert known(tram_page(ld(cut))) == KNOWN


def test_of_two_headlines_the_one_that_is_shown_and_titled_is_printed():
    record = {**RECORD, "headline": "Tram drivers walk out: what trams stand still"}
    assert known(tram_page(ld(record), title=f"{HEADLINE} | Elbing Courier"))[0] == HEADLINE
    assert (
        known(tram_page(ld(record), title="Tram drivers walk out: what trams stand still"))[0]
        == record["headline"]
    )
    kicker = tram_page(ld(RECORD)).replace("<h1>", "<h1><span>Strike</span> ")
    assert known(kicker) == KNOWN


def test_a_record_or_a_heading_that_the_title_contradicts_gives_no_headline():
    record = {
        **RECORD,
        "headline": "public transport in a town by the sea",
        "url": "https://courier.example/trams",
    }
    assert known(tram_page(CANONICAL + ld(record))) == KNOWN
    section = tram_page(title="Mayor opens a new swimming pool | Elbing Courier")
    assert known(section)[0] is None


def test_the_name_of_the_site_is_no_headline():
    """Some sites print it as the main heading, and the headline below it."""
    page = tram_page(CANONICAL, title=f"{HEADLINE} | Courier").replace(
        "<h1>", "<h1><a href='/'>Courier</a></h1><h2>", 1
    )
    page = page.replace("</h1>" + "<p>", "</h2><p>").replace(f"{HEADLINE}</h1>", f"{HEADLINE}</h2>")
    assert known(page) == (HEADLINE, [], None, ["Courier"])


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Trams stand still as drivers walk out – Elbing Courier", ["Elbing Courier"]),
        ("Elbing Courier | Trams stand still as drivers walk out", ["Elbing Courier"]),
        ("Trams stand still as drivers walk out", []),
        ("Trams stand still as drivers walk out | Home", []),
        ("Trams stand still - as drivers walk out", []),
    ],
)
def test_the_outlet_in_a_title(title, outlet):
    assert known(tram_page(title=title)) == (HEADLINE, [], None, outlet)
