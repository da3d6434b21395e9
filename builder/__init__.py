"""Variorum: compare what several outlets printed about the same events.

Data and imports go one way: content -> proof -> compare -> pages -> build -> adapters -> cli. See docs/architecture.md.
"""

__version__ = "0.1.0"
