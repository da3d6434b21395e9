"""Pages from comparisons: views, templates, prose, links, interface words, and the layout of charts and maps."""
