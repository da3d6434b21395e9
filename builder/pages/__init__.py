"""From views to HTML: templates, prose, links, words, and the arithmetic of pictures."""
