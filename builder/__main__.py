"""``python -m builder`` is the ``variorum`` command."""

from builder.cli.entry import main

main()
