"""The only room that knows MkDocs; and the way out of it."""
