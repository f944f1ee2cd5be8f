"""Arabic verbs lead back to the verb of the lists from all persons, tenses and passives that news uses."""

from __future__ import annotations

import pytest

from riwayat.languages.ar.clitics import tokens
from riwayat.text.folding import plain
from riwayat.text.words import Word


def last(form: str) -> Word:
    """The verb of a clause that a form stands in."""
    return tokens(f"ثم {form} أمس")[-2]


@pytest.mark.parametrize(
    ("forms", "listed"),
    [
        ("التقى التقت التقيا التقوا يلتقيان سيلتقي والتقى", "التقى"),
        ("اتفق اتفقا اتفقوا يتفقان واتفقا", "اتفق"),
        ("وافق وافقا وافقت ووافق", "وافق"),
        ("وقع وقعا وقعت ووقعا", "وقع"),
        ("اعتقل اعتقلتهم اعتقلوه فاعتقل", "اعتقل"),
        ("هاجم هاجموا يهاجمون هوجم هوجمت", "هاجم"),
        ("اقتاد اقتادوه اقتيد", "اقتاد"),
        ("أحال يحيل أحيل أحيلوا", "أحال"),
        ("ألقى ألقت يلقي ألقي ألقوا", "ألقى"),
        ("أوقف أوقفت يوقف يوقفون", "أوقف"),
        ("أعاد يعيد أعيد", "أعاد"),
        ("فجر فجرت فجروا", "فجر"),
        ("وصف وصفت وصفوا ووصفت", "وصف"),
        ("أصاب أصابته يصيب", "أصاب"),
        ("لقي لقوا لقيت", "لقي"),
    ],
)
def test_every_form_leads_back_to_its_verb(forms: str, listed: str) -> None:
    assert {(last(f).lower, last(f).tense is not None) for f in forms.split()} == {(plain(listed), True)}


@pytest.mark.parametrize("form", ["أحيل", "اقتيد", "هوجم", "ألقي", "قُتل", "اعتُقل", "يُستهدف"])
def test_a_form_that_can_only_be_passive_says_so(form: str) -> None:
    assert last(form).passive


@pytest.mark.parametrize("form", ["أحال", "اقتاد", "هاجم", "ألقى", "قتل", "يُعلن"])
def test_other_forms_are_not_called_passive(form: str) -> None:
    assert not last(form).passive


@pytest.mark.parametrize("form", ["إصابته", "عملا", "رفضاً", "الهجوم"])
def test_nouns_of_the_same_letters_stay_nouns(form: str) -> None:
    assert last(form).tense is None
