"""The reader of printed figures.

``reader.read`` reads one printed figure whole or refuses it; ``search.find`` finds the figures of a text with the same grammar.
From the text to the meaning: ``tokens``, then ``digits``, ``sums``, ``compounds`` and ``numerals`` (one number), ``amounts`` (with its
unit, and ranges), ``shares`` and ``vague``, ``grammar`` with ``meaning`` and ``edges`` (the figure with its hedges), ``behind`` (what
may follow it), ``reader``. ``value`` is what comes of it, ``refusal`` why nothing does. ``words``, ``tables``, ``phrases`` and ``notation``
make the language's files ready.
"""
