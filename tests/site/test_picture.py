"""Where the picture of a happening puts what."""

from __future__ import annotations

import itertools

import pytest

from riwayat.model import Copy, CopyManner, Origin, Outlet, Source
from riwayat.site.bundles import Bundle, bundles
from riwayat.site.picture import picture
from riwayat.site.routes import Carrier, Link, Routes


def report(name: str, day: int = 1) -> Source:
    return Source(name, Outlet(name), None, "id", None, f"2021-06-{day:02}")


def copy(of: str, report: str, share: float = 0.9, how: CopyManner = "verbatim") -> Copy:
    return Copy(report, of, how, False, share)


def test_copies_are_bundled_under_the_first_report() -> None:
    found = bundles(
        [report("c", 3), report("a", 1), report("b", 2)], [copy("a", "c"), copy("a", "b", how="translation")]
    )
    assert [(one.head.id, [(source.id, how) for source, how in one.copies]) for one in found] == [
        ("a", [("b", "translation"), ("c", "verbatim")])
    ]


@pytest.mark.parametrize(("share", "together"), [(0.5, 1), (0.3, 2)])
def test_a_report_that_takes_little_is_no_copy_as_a_whole(share: float, together: int) -> None:
    assert len(bundles([report("a", 1), report("b", 2)], [copy("a", "b", share)])) == together


def routed(links: list[Link], carriers: dict[str, Carrier], reports: int, origins: int) -> Routes:
    return Routes(
        tuple(Origin(f"origin {n}", "anonymous", (), ()) for n in range(origins)),
        carriers,
        tuple(Bundle(report(f"r{n}"), ()) for n in range(reports)),
        tuple(links),
        False,
    )


def test_no_box_lies_over_another_and_none_outside() -> None:
    links = [Link(n % 3, f"o{n % 3}", "c1" if n % 2 else f"b{n}") for n in range(9)]
    links += [Link(n % 3, "c1", f"b{n}") for n in range(9) if n % 2]
    drawn = picture(routed(links, {"c1": Carrier("Qamar", "agency", None, 1)}, 9, 3))
    for column in range(drawn.columns):
        boxes = sorted((one for one in drawn.boxes.values() if one.column == column), key=lambda one: one.top)
        assert all(a.top + a.height <= b.top + 0.05 for a, b in itertools.pairwise(boxes))
        assert all(one.top >= 0 and one.top + one.height <= drawn.height + 0.05 for one in boxes)


def test_buttons_of_lines_into_one_box_stand_apart() -> None:
    drawn = picture(routed([Link(n, f"o{n}", "b0") for n in range(12)], {}, 1, 12))
    heights = sorted(one.y for one in drawn.strokes)
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 1.5


def test_each_origin_keeps_its_colour_on_all_its_lines() -> None:
    links = [Link(1, "o1", "c1"), Link(1, "c1", "b0"), Link(0, "o0", "b0")]
    drawn = picture(routed(links, {"c1": Carrier("Qamar", "agency", None, 1)}, 1, 2))
    assert [one.tone for one in drawn.strokes] == [2, 2, 1]
    assert drawn.columns == 3


def test_a_line_crosses_a_column_between_the_boxes() -> None:
    links = [Link(0, "o0", "c1"), Link(0, "c1", "b0"), Link(1, "o1", "b1")]
    drawn = picture(routed(links, {"c1": Carrier("Qamar", "agency", None, 1)}, 2, 2))
    qamar = drawn.boxes["c1"]
    # The path's points at both sides of the middle column are the end of its first curve and of its second.
    _, first, second, _ = drawn.strokes[2].path.replace("M", "C").split("C")[1:]
    heights = {float(curve.split()[-1]) for curve in (first, second)}
    assert not any(qamar.top <= y <= qamar.top + qamar.height for y in heights)
