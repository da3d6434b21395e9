"""The desk in the browser: a local server whose pages call the same functions as the commands. It knows no MkDocs."""
