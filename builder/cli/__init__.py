"""The ``variorum`` command, the only room that knows the terminal."""
