"""Copies of one text are found; independent reports of one event, quotations included, are not.

All texts are made up for this test: a wire report, what newspapers make of it, and a report by somebody else.
"""

import random

from builder.proof.reuse import CONTAINMENT, RUN, containment, shared_passages

QUOTED = (
    '"We heard one loud bang, then the deck tilted and everybody slid towards the rail," said Ada Brandt.'
)

WIRE = f"""The ferry Osk Star lost power off Pell Rock on Monday evening with 140 people on board, the coastguard said.
Two lifeboats and a helicopter reached the ship within forty minutes, and the first passengers were brought
ashore in Osk Harbour shortly before midnight, according to the port authority.

{QUOTED}

The line that runs the ferry said in a statement that a fuse in the engine room had failed. Inspectors from the
transport ministry boarded the vessel on Tuesday morning and took away the voyage recorder. The ministry said that it
would publish a first report within thirty days. It was the third failure on the route since spring, when the
line bought two second-hand ships. A union of seafarers has asked for the older of the two to be taken out of
service until its electrical system has been checked by an independent surveyor.
"""

REPRINT = WIRE.replace("on Monday evening", "late on Monday").replace(
    "forty minutes", "less than an hour"
) + ("\nFares on the route rose by a tenth in January, as this newspaper reported at the time.")

PARTIAL = f"""Islanders are asking how safe their only link to the mainland is after another night of worry.

"My mother was on that ship and nobody told us anything for three hours," said a shopkeeper in the harbour street.

The line that runs the ferry said in a statement that a fuse in the engine room had failed. Inspectors from the
transport ministry boarded the vessel on Tuesday morning and took away the voyage recorder.

Schools on the island stayed closed, as a dozen teachers were among those who had to wait for the lifeboats. The
mayor wants a second berth so that freight and passengers no longer share one ship in the winter months.

{QUOTED}
"""

INDEPENDENT = f"""Rescue crews took everyone off a ferry that drifted without power near Pell Rock overnight. Our reporter counted
five coaches waiting at the quay, and blankets being handed out by volunteers of the sailing club.

{QUOTED}

A spokesman for the operator blamed a blown fuse. Officials have begun an inquiry and hope for first findings in a
month. Breakdowns have dogged the crossing this year, and a trade union calls for one of the ships to be withdrawn.
"""


def test_a_reprint_is_a_copy() -> None:
    (found,) = shared_passages({"wire": WIRE, "reprint": REPRINT})
    assert (found.a, found.b) == ("reprint", "wire")
    assert found.containment > 0.8
    assert found.run >= RUN


def test_a_partial_reprint_is_found() -> None:
    (found,) = shared_passages({"wire": WIRE, "partial": PARTIAL})
    assert found.containment >= CONTAINMENT
    assert found.run >= 20


def test_independent_reports_that_quote_the_same_words_are_not() -> None:
    assert shared_passages({"wire": WIRE, "independent": INDEPENDENT}) == ()
    assert containment(WIRE, INDEPENDENT) < CONTAINMENT


def test_quotations_alone_are_no_copy() -> None:
    assert containment(QUOTED, QUOTED) == 0.0


def test_among_many_only_the_copies_are_paired() -> None:
    dice = random.Random(1)  # noqa: S311 - the same made-up texts each time
    texts = {f"t{i}": " ".join(dice.choices([f"w{n}" for n in range(5000)], k=200)) for i in range(50)}
    texts |= {"wire": WIRE, "reprint": REPRINT, "partial": PARTIAL, "independent": INDEPENDENT}
    pairs = {(found.a, found.b) for found in shared_passages(texts)}
    assert pairs == {("reprint", "wire"), ("partial", "wire"), ("partial", "reprint")}


def test_boilerplate_that_stands_everywhere_is_no_evidence() -> None:
    footer = "Sign up for our free newsletter and never miss a story from the islands again."
    texts = {f"t{i}": f"{footer} " + " ".join(f"w{i}x{n}" for n in range(60)) for i in range(40)}
    assert shared_passages(texts) == ()


def test_texts_without_words() -> None:
    assert shared_passages({"a": "", "b": "", "c": '"only quoted words stand in here"'}) == ()
    assert containment("", WIRE) == 0.0


def test_containment_is_symmetric_and_whole_for_itself() -> None:
    assert containment(WIRE, PARTIAL) == containment(PARTIAL, WIRE)
    assert containment(WIRE, WIRE) == 1.0


def test_the_longest_run_of_a_flagged_pair_is_always_counted() -> None:
    """Two short texts share a tenth of their runs, none of them long."""
    shared = "the coastguard said on Monday that"
    one = f"A ferry stopped off Pell Rock, {shared} nobody was hurt aboard"
    other = f"Fares go up next month, and {shared} its own boats stay free of charge"
    [found] = shared_passages({"one": one, "other": other})
    assert found.containment >= CONTAINMENT
    assert found.run == 6
