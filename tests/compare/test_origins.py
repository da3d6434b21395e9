"""Counting distinct sources rather than outlets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.compare.origins import trace
from builder.compare.speakers import Names
from tests.compare.strategies import claims
from tests.factory import figure


def test_reports_of_one_source_are_one_origin():
    told = [figure("140", article=outlet, via=("channel",)) for outlet in ("post", "radio", "wire")]
    found = trace(told)
    assert (found.reports, found.texts, found.count) == (3, 3, 1)
    assert found.roots[0].source == "line"
    assert found.roots[0].claims == tuple(told)


def test_a_relay_is_no_origin():
    assert trace([figure("140", sources=("line",), via=("channel", "coastguard"))]).count == 1


def test_an_unattributed_claim_adds_no_origin():
    bare = figure("140", sources=())
    found = trace([bare, figure("140", article="radio", sources=())])
    assert (found.reports, found.count) == (2, 0)
    assert found.unattributed[0] is bare


def test_a_copy_is_no_second_text():
    told = [figure("140", article=outlet) for outlet in ("post", "radio", "wire")]
    found = trace(told, {"radio": "wire"})
    assert (found.reports, found.texts) == (3, 2)


def test_two_answers_of_one_article_are_one_report():
    assert trace([figure("140", id="a"), figure("60", id="b")]).reports == 1


def test_no_claims_no_origins():
    found = trace([])
    assert (found.reports, found.texts, found.count, found.unattributed) == (0, 0, 0, ())


PAPERS = Names(
    {"line": "the line", "post-paper": "the Post", "own-paper": "the Radio", "abroad": "a paper"},
    outlets={"post-paper": "post", "own-paper": "radio"},
)


def test_what_one_outlet_has_from_another_goes_back_to_its_source():
    first = figure("140", article="post", outlet="post")
    retold = figure("140", article="radio", outlet="radio", sources=("post-paper",))
    found = trace([first, retold], names=PAPERS)
    assert [(root.source, root.claims) for root in found.roots] == [("line", (first, retold))]
    assert found.unattributed == ()


def test_an_outlet_that_names_itself_names_nobody():
    own = figure("140", article="radio", outlet="radio", sources=("own-paper",))
    found = trace([own], names=PAPERS)
    assert (found.count, found.unattributed) == (0, (own,))


def test_an_outlet_that_does_not_answer_itself_stays_the_origin():
    for source in ("post-paper", "abroad"):
        retold = figure("140", article="radio", outlet="radio", sources=(source,))
        assert [root.source for root in trace([retold], names=PAPERS).roots] == [source]


def test_two_outlets_that_name_each_other_have_no_origin():
    told = [
        figure("140", article="post", outlet="post", sources=("own-paper",)),
        figure("140", article="radio", outlet="radio", sources=("post-paper",)),
    ]
    assert trace(told, names=PAPERS).count == 0


@given(st.lists(claims(), max_size=8), st.randoms())
def test_origins_do_not_depend_on_the_order_of_claims(told, random):
    found = trace(told)
    shuffled = list(told)
    random.shuffle(shuffled)
    other = trace(shuffled)
    assert [(root.source, len(root.claims)) for root in found.roots] == [
        (root.source, len(root.claims)) for root in other.roots
    ]
    assert found.count == len({source for claim in told for source in claim.sources})
    assert found.count <= sum(len(claim.sources) for claim in told)
    assert len(found.unattributed) == sum(not claim.sources for claim in told)
    sizes = [len(root.claims) for root in found.roots]
    assert sizes == sorted(sizes, reverse=True)
