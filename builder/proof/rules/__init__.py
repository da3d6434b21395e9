"""The rules, one file a kind of mistake. A rule yields what it finds and never reads a file."""
