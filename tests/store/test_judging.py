from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.conftest import Clock
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.store import models
from riwayat.store.deriving import derive
from riwayat.store.judging import NotThereError, judge
from riwayat.store.queries import Wanted, happening_called, happenings, joins_of
from riwayat.store.rereading import reread
from riwayat.store.undoing import NothingSaidError, undo

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def clash(tmp_path: Path) -> str:
    """The id of a happening that two reports tell."""
    add(*write(tmp_path, clash=CLASH, too=CLASH_TOO, talks=TALKS))
    (found,) = [h for h in happenings(Wanted(type="ASSAULT")) if len(h.reports) == 2]
    return found.id


def _assaults() -> list[int]:
    return sorted(len(h.reports) for h in happenings(Wanted(type="ASSAULT")))


def _keys(happening: str) -> list[str]:
    found = happening_called(happening)
    assert found is not None
    return list(found.accounts)


def test_what_was_asked_about_a_happening_has_scores_and_reasons(clash: str) -> None:
    joined = [j for j in joins_of(clash) if j.same]
    assert joined
    assert all(j.score > 0 and j.reasons for j in joined)


def test_a_curator_can_part_what_was_joined_and_take_it_back(clash: str, clock: Clock) -> None:
    before = _assaults()
    first, *_, last = _keys(clash)
    judgement = judge("different", first, last, because="two nights", now=clock())
    derive()
    assert _assaults() != before
    assert max(_assaults()) == 1
    undo(judgement.pk, now=clock())
    derive()
    assert _assaults() == before
    assert models.Correction.objects.get().undone_at is not None


def test_a_curator_can_join_what_was_apart(clash: str, clock: Clock) -> None:
    (talks,) = happenings(Wanted(type="CONSULT"))
    judge("same", clash, talks.id, because="one evening", now=clock())
    derive()
    assert happening_called(talks.id) == happening_called(clash)
    assert list(happenings(Wanted(type="CONSULT"))) == []
    undo(None, now=clock())
    derive()
    assert happening_called(talks.id) != happening_called(clash)


def test_judgements_outlive_a_rereading(clash: str, clock: Clock) -> None:
    first, *_, last = _keys(clash)
    judge("different", first, last, because="two nights", now=clock())
    derive()
    parted = _assaults()
    assert reread().failed == 0
    assert _assaults() == parted


def test_unsure_changes_nothing_but_is_on_record(clash: str, clock: Clock) -> None:
    before = list(happenings(Wanted()))
    first, *_, last = _keys(clash)
    judge("unsure", first, last, because="hard to tell", now=clock())
    derive()
    assert list(happenings(Wanted())) == before
    assert models.Correction.objects.get().value == "unsure"


def test_the_last_word_counts(clash: str, clock: Clock) -> None:
    before = _assaults()
    first, *_, last = _keys(clash)
    judge("different", first, last, because="two nights", now=clock())
    judge("same", last, first, because="one night after all", now=clock())
    derive()
    assert _assaults() == before


def test_what_is_not_there_cannot_be_judged_or_undone(clash: str, clock: Clock) -> None:
    with pytest.raises(NotThereError, match="no happening or account"):
        judge("same", clash, "h0123456789ab", because="?", now=clock())
    with pytest.raises(NotThereError, match="one account"):
        judge("same", clash, clash, because="?", now=clock())
    with pytest.raises(NothingSaidError, match="no correction stands"):
        undo(None, now=clock())
