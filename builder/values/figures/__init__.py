"""The reader of printed figures.

``reader.read`` reads one printed figure whole or refuses it; ``search.find`` finds the figures of a text with the same grammar.
From the text to the meaning: ``tokens``, then ``digits``, ``sums``, ``compounds`` and ``numerals`` (one number), ``amounts`` (with its
unit), ``ranges`` with ``ends``, ``shares`` and ``vague``, ``grammar`` with ``meaning``, ``edges`` and ``tails`` (the figure with its hedges), ``nouns``
(what it counts, and what stands behind that), ``behind`` (what else may follow it), ``reader``. In a text ``search`` goes on from figure to
figure with ``beside`` and ``changes`` (what stands beside it and makes another of it), ``ratios`` (results of votes and games) and ``which``
(numbers that say when or which one). ``stated`` holds what an editor states
against the numbers of words that are not read. ``value`` is what comes of it, ``refusal`` why nothing does. ``words``, ``tables``, ``number_tables``, ``phrases`` and ``notation``
make the language's files ready.
"""
