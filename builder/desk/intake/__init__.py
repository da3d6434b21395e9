"""Turns a saved page, a text or an address into the draft of an article."""
