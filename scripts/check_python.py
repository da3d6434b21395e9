"""Stop with one clear sentence when this Python cannot make the environment.

Written so that any Python, even 2.7, can read it: an old one must reach the message.
"""

import sys


def complaint():
    version = "%d.%d" % sys.version_info[:2]
    if sys.version_info < (3, 11):
        return (
            "Variorum needs Python 3.11 or newer, and %s is %s. "
            "Name a newer one, for example: make site PYTHON=python3.13" % (sys.executable, version)
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return (
            "%s has no venv and ensurepip modules, which make the environment. "
            "On Debian and Ubuntu install the package that brings them: "
            "sudo apt-get install python%s-venv" % (sys.executable, version)
        )
    return None


if __name__ == "__main__":
    sys.exit(complaint())
