from __future__ import annotations

from riwayat.names.letters import Letters, ranked
from riwayat.names.scripts import alike
from riwayat.names.sounds import plain, signs


def test_the_right_arabic_form_ranks_first() -> None:
    assert ranked("Julani", ["خليل", "العدناني", "جولاني", "شيخون"])[0] == "جولاني"


def test_a_pair_that_fits_is_likelier_than_one_that_does_not() -> None:
    letters = Letters.shipped()
    assert letters.likelihood("khalid", "خالد") > letters.likelihood("khalil", "خالد")
    assert letters.alike("khalid", "خالد") > 0.7
    assert letters.alike("", "خالد") == 0.0


def test_schemes_the_letters_were_not_learnt_from_are_heard() -> None:
    assert alike("zhawahiri", "ظواهري") > 0.75
    assert alike("syaikhun", "شيخون") > 0.75


def test_letters_of_one_sound_have_one_sign() -> None:
    assert len({signs(plain(word)) for word in ("Şam", "Sham", "Syam", "Scham", "šam")}) == 1
