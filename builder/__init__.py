"""Variorum: lay what several outlets printed about the same events side by side.

The flow has one direction, and so have the imports:
load -> validate -> library -> compare -> views -> render -> adapters (plugin, export, cli).
See docs/architecture.md.
"""

__version__ = "0.1.0"
