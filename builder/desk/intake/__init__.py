"""From a saved page, a text or an address to the draft of an article."""
