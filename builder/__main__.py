"""``python -m builder`` is the ``variorum`` command."""

from builder.entry import main

main()
