"""The rules, one module per kind of mistake. A rule yields its findings and never reads a file."""
