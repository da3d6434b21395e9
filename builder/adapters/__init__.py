"""The MkDocs adapter, the only package that imports MkDocs, and an export that does without this program."""
