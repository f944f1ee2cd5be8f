from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.store import search
from riwayat.store.finding import find
from riwayat.store.masks import Masks
from riwayat.store.queries import Wanted, happening_called, happenings
from riwayat.told.masking import Names

pytestmark = pytest.mark.usefixtures("store")

ARABIC = "دمشق (سانا) 14/6/2021 – قُتل ثلاثة أشخاص في اشتباكات في إدلب يوم السبت، بحسب مصدر طبي.\n"


@pytest.fixture(autouse=True)
def _reports(tmp_path: Path, store: Path) -> None:
    add(*write(tmp_path, a=CLASH, b=CLASH_TOO, c=TALKS, d=ARABIC))


def _types(**wanted: object) -> set[str]:
    return {h.type for h in happenings(Wanted(**wanted))}  # type: ignore[arg-type]


def test_all_happenings_come_by_day() -> None:
    days = [h.time.start for h in happenings(Wanted()) if h.time and h.time.start]
    assert days == sorted(days)
    assert len(days) >= 2


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "consult"},
        {"since": date(2021, 6, 18), "until": date(2021, 6, 18)},
        {"place": "Jisr al-Shughur"},
        {"place": "جسر الشغور"},
        {"outlet": "suara rabwah"},
        {"words": "tetua desa"},
    ],
    ids=str,
)
def test_filters_leave_what_fits(wanted: dict[str, object]) -> None:
    assert _types(**wanted) == {"CONSULT"}


def test_an_actor_is_found_by_part_of_the_name_and_however_it_is_written() -> None:
    found = list(happenings(Wanted(actor="rabwah")))
    assert {h.type for h in found} >= {"ASSAULT", "CONSULT"}
    assert list(happenings(Wanted(actor="LIWA AL RABWAH"))) == found
    assert list(happenings(Wanted(actor="Rabwa"))) == []


def test_least_origins_and_disputes() -> None:
    two = list(happenings(Wanted(least_origins=2)))
    assert two and all(h.independent_origins >= 2 for h in two)
    disputed = list(happenings(Wanted(disputed=True)))
    assert all(h.disputes for h in disputed)
    assert len(disputed) + len(list(happenings(Wanted(disputed=False)))) == len(list(happenings(Wanted())))


def test_as_of_a_day_only_what_was_published_by_then_is_told() -> None:
    (whole,) = [h for h in happenings(Wanted(type="ASSAULT")) if len(h.reports) > 1]
    (then,) = happenings(Wanted(as_of=date(2021, 6, 13)))
    assert then.id == whole.id
    assert [source.known_from for source in then.reports] == ["2021-06-13"]
    assert then.independent_origins < whole.independent_origins
    assert happening_called(whole.id, as_of=date(2021, 6, 13)) == then
    assert happening_called(whole.id, as_of=date(2021, 6, 12)) is None
    assert list(happenings(Wanted(as_of=date(2030, 1, 1)))) == list(happenings(Wanted()))


def test_words_are_found_whatever_their_marks_and_letters() -> None:
    assert len(list(search.matching("قتل اشخاص ادلب"))) == 1
    assert len(list(search.matching("TÉTUA desa"))) == 1
    assert len(list(search.matching("Kafr Laimun"))) == 2
    assert list(search.matching('"Laimun Kafr"')) == []
    assert list(search.matching("- \"'")) == []


def test_a_hit_shows_the_word_where_it_stands() -> None:
    (hit,) = find("إدلب أشخاص", Masks())
    assert "قُتل ثلاثة أشخاص" in hit.snippet
    assert hit.language == "ar"


WITNESS = (
    "Ahad, 20 Juni 2021 21:05 WIB\n\n"
    "SUARA UTARA, Idlib – Katibah Zaitun menyerang Siti Nurhaliza, seorang warga Darkush, di Jisr al-Shughur pada "
    "Jumat (18/6/2021), kata seorang saksi. Nurhaliza luka-luka.\n"
)


@pytest.mark.parametrize("words", ["Nurhaliza", "siti", '"Siti Nurhaliza"', "luka nurhaliza"])
def test_private_names_are_found_for_the_local_users_eyes_only(
    store: Path, tmp_path: Path, words: str
) -> None:
    add(*write(tmp_path, utara=WITNESS))
    assert list(search.matching("Darkush")) == list(search.matching("Darkush", unmasked=True)) != []
    assert list(search.matching(words)) == []
    assert len(list(search.matching(words, unmasked=True))) == 1
    assert list(happenings(Wanted(words=words))) == []
    assert list(happenings(Wanted(words=words, unmasked=True))) != []


@pytest.mark.parametrize("name", ["Siti Nurhaliza", "Nurhaliza", "siti"])
def test_private_actors_are_found_for_the_local_users_eyes_only(
    store: Path, tmp_path: Path, name: str
) -> None:
    add(*write(tmp_path, utara=WITNESS))
    assert list(happenings(Wanted(actor="Katibah Zaitun"))) != []
    assert list(happenings(Wanted(actor=name))) == []
    assert list(happenings(Wanted(actor=name, unmasked=True))) != []


def test_a_hit_masks_names_before_it_is_cut(store: Path, tmp_path: Path) -> None:
    add(*write(tmp_path, utara=WITNESS))
    (hit,) = find('"warga Darkush"', Masks())
    assert "[a person], seorang warga Darkush" in hit.snippet
    assert not {"Siti", "Nurhaliza"} & set(hit.snippet.replace(",", " ").split())
    (hit,) = find("Nurhaliza", Masks(unmask=True), unmasked=True)
    assert "Siti Nurhaliza" in hit.snippet


def test_several_threads_may_ask_one_maker_of_masks(store: Path, tmp_path: Path) -> None:
    """More reports than it keeps at hand, asked for at once."""
    masks = Masks()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("riwayat.store.masks._MOST", 2)
        keys = [f"sha256:{n}" for n in range(6)]
        patch.setattr(Masks, "_read", lambda self, wanted: {key: Names(*[frozenset()] * 4) for key in wanted})
        with ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda n: masks.of([keys[n % 6], keys[(n + 1) % 6]]), range(4000)))
    assert len(made) == 4000
