"""``variorum desk`` where it cannot listen: told with a code and what to do, before a browser is opened."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.adapters.desk import server
from builder.cli.main import main
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.desk.new import new


def test_a_port_in_use_is_told_with_its_code_and_the_way_out(tmp_path: Path) -> None:
    root = tmp_path / "site"
    new(root, "Tarn Mouth")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["desk", "-C", str(root), "--no-open", "--port", str(port)])
    assert done.exit_code == 1
    assert done.output == (
        f"Error: port {port} is in use by another program [V545 cannot-listen]\n  Next: {kinds.CANNOT_LISTEN.mend}\n"
    )


def test_a_port_that_needs_more_rights_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(address: tuple[str, int]) -> socket.socket:
        raise OSError(errno.EACCES, "because")

    monkeypatch.setattr(server.socket, "create_server", refused)
    with pytest.raises(Refusal) as told, server.desk_server(tmp_path, port=80):
        pass
    assert told.value.message == f"port 80 cannot be listened at: {os.strerror(errno.EACCES)}"
    assert told.value.kind is kinds.CANNOT_LISTEN


def test_a_free_port_is_found_and_one_of_ones_choice_is_taken(tmp_path: Path) -> None:
    with server.desk_server(tmp_path) as (_, address):
        port = int(address.split("/")[2].partition(":")[2])
    assert port
    with server.desk_server(tmp_path, port=port) as (_, address):
        assert address.startswith(f"http://127.0.0.1:{port}/")
