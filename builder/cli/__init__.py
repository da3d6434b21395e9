"""The command: the only room that knows the terminal."""
