"""Run the ``variorum`` command as ``python -m builder``."""

from builder.cli.entry import main

main()
