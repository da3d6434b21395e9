"""The editor's desk: from a saved page to an article's draft, and from its text to proposed claims.

The machine proposes and the editor decides: what was not taken is never published.
"""
