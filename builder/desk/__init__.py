"""The editor's tools: from a saved page to the draft of an article, and from its text to proposed claims.

The program proposes and the editor decides: proposals that were not taken are never published.
"""
