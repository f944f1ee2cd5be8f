from __future__ import annotations

import pytest

from riwayat.cli.app import run

pytestmark = pytest.mark.usefixtures("empty")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (["chronicle"], 0),
        (["chronicle", "--json"], 0),
        (["copies"], 0),
        (["sources"], 0),
        (["sources", "SANA"], 1),
        (["who", "SANA"], 1),
        (["show", "h0123456789ab"], 1),
        (["explain", "h0123456789ab"], 1),
    ],
    ids=str,
)
def test_an_empty_store_says_how_to_fill_it(
    asked: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "riwayat: the chronicle is empty; riwayat add SOURCE... adds reports to it\n"
