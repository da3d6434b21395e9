"""Write the files of a build into its staging folder, except those that the site already has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from builder.cache.dir_cache import Stamp
from builder.cache.records import Chunk, Piece, make_room


class Writer:
    """Writes the files of a build into the staging folder, except those that the site already has with the same bytes."""

    def __init__(self, site: Path, staging: Path, stamps: Mapping[str, Stamp]) -> None:
        self.site, self.staging, self.stamps = site, staging, stamps

    def write(self, name: str, data: bytes) -> Stamp:
        """Write a file and return its stamp. ``name`` is its path in the site."""
        return self.assemble(name, [data])

    def assemble(self, name: str, pieces: Sequence[Piece]) -> Stamp:
        """Write a file that is spliced from pieces, and return its stamp."""
        stamp = self.stamps.get(name)
        size = sum(piece.length if isinstance(piece, Chunk) else len(piece) for piece in pieces)
        if stamp is not None and stamp[0] == size and _holds(self.site / name, pieces):
            return stamp
        path = self.staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb", buffering=0) as out:
            if stamp is not None:
                make_room(out, size)
            for piece in pieces:
                if isinstance(piece, Chunk):
                    piece.copy(out)
                else:
                    # The system may write only part of a large piece.
                    done = 0
                    while done < len(piece):
                        done += out.write(memoryview(piece)[done:])
        found = path.stat()
        return (found.st_size, found.st_mtime_ns)

    def read_file(self, name: str) -> bytes:
        """Return the bytes of a file that was written, from the staging folder or from the site."""
        path = self.staging / name
        return (path if path.is_file() else self.site / name).read_bytes()


def _holds(path: Path, pieces: Iterable[Piece]) -> bool:
    """Return whether a file begins with these pieces. A chunk of the file itself at the same place is not compared."""
    start = 0
    with path.open("rb", buffering=0) as file:
        for piece in pieces:
            if isinstance(piece, bytes):
                file.seek(start)
                if file.read(len(piece)) != piece:
                    return False
                start += len(piece)
                continue
            there = Chunk(path, start, piece.length)
            if there != piece and there.read() != piece.read():
                return False
            start += piece.length
    return True
