"""Hold every claim against the text it was taken from.

Pure: texts come in as strings and problems go out. ``prove`` is the way in; ``rules`` holds one file a kind of
mistake. What each rule means stands in ``builder.content.problems``.
"""
