from __future__ import annotations

from tests.chronicle.made import account, narrator, source, told

from riwayat.chronicle.happening import happening
from riwayat.model import Party

WITNESS = narrator("witness", "a witness", named=False)


def test_who_stands_on_both_sides_has_one_name_in_whatever_scripts_it_is_written() -> None:
    first = account(
        source("r1", "r1", language="ar"),
        told(WITNESS, outlet="r1"),
        actors=(Party("لواء الربوة", "group"), Party("كتيبة الزيتون", "group")),
    )
    second = account(
        source("r2", "r2", day="2019-05-28"),
        told(WITNESS, outlet="r2"),
        actors=(Party("Liwa al-Rabwah", "group"),),
        recipients=(Party("Katibat al-Zaitun", "group"), Party("a checkpoint", None)),
    )
    found = happening("h0", [first, second])
    assert found.actors == ("لواء الربوة", "كتيبة الزيتون")
    assert found.recipients == ("كتيبة الزيتون", "a checkpoint")
