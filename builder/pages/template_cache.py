"""A cache of compiled templates: compiling them takes longer than rendering a small site."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from builder.cache import regular
from builder.cache.fingerprint import fingerprint
from builder.cache.records import own_folder

_DIGEST = 32
_PART = re.compile(r"[0-9a-f]+\.[0-9]+\.part")
_MARK = fingerprint().encode()


class Compiled(BytecodeCache):
    """Compiled templates in a folder, and in memory for further builds in the same process.

    The name of each file is a digest of the template's source and of the program that compiled it. Each file begins with the
    digest of its content; a file that does not match is ignored.
    """

    memory: dict[str, bytes] = {}  # noqa: RUF012 - shared on purpose: compiled templates are the same for all

    def __init__(self, folder: Path | None) -> None:
        """Keep them in ``folder``, or in memory alone."""
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before."""
        name = _name(bucket)
        data = self.memory.get(name)
        if data is None:
            if self.folder is None:
                return
            try:
                data = regular.read(self.folder / name)
            except OSError:
                return
            if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return
            data = self.memory[name] = data[_DIGEST:]
        bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a compiled template. A folder that cannot be written is no error: it only costs time."""
        name = _name(bucket)
        data = self.memory[name] = bucket.bytecode_to_string()
        if self.folder is None:
            return
        part = self.folder / f"{name}.{os.getpid()}.part"
        try:
            own_folder(self.folder)
            part.write_bytes(hashlib.sha256(data).digest() + data)
            part.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def tidy(self) -> None:
        """Remove the temporary files of interrupted builds."""
        with suppress(OSError):
            for part in () if self.folder is None or self.folder.is_symlink() else self.folder.glob("*.part"):
                if _PART.fullmatch(part.name):
                    part.unlink()


def _name(bucket: Bucket) -> str:
    return hashlib.sha256(b"\0".join((_MARK, bucket.key.encode(), bucket.checksum.encode()))).hexdigest()
