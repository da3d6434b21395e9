"""Check every claim against the text that it was taken from.

Pure, except ``check`` and ``private_texts``, which read files. ``prove`` is the entry point; ``rules`` has one file per kind of
mistake; ``kinds`` describes them.
"""
