"""The Indonesian event words: well formed, and unambiguous where they do not say that they are not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from riwayat.languages import words
from riwayat.model import EventType

TYPES: tuple[str, ...] = get_args(EventType)
CLASSES = {"active", "passive", "subject", "mutual", "mutual_active", "suffer", "noun", "noun_mutual"}
LIGHT = {"active", "passive"}
MODALITY = {"planned", "scheduled", "ongoing", "hypothetical", "alleged", "negators", "deniers", "background"}
# The modes of the PLOVER manual.
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def events() -> Mapping[str, Any]:
    return words("id", "events")


def arrays(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every array of the file, with the path of keys that leads to it."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from arrays(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def listed(table: Mapping[str, Any]) -> set[str]:
    """All forms of one event type."""
    return {form for name in CLASSES for form in table.get(name, ())}


def test_every_type_has_its_words_and_nothing_else_is_there(events: Mapping[str, Any]) -> None:
    assert set(events) == {"ambiguous", "light", "modality", *TYPES}
    for name in TYPES:
        assert set(events[name]) <= {*CLASSES, "weak", "modes"}, name
        assert len(listed(events[name])) >= 25, name
    assert set(events["light"]) == LIGHT
    assert set(events["modality"]) == MODALITY


def test_lists_are_sorted_and_hold_each_form_once(events: Mapping[str, Any]) -> None:
    for name, forms in arrays(events):
        assert list(forms) == sorted(set(forms)), name


def test_forms_are_lower_case_words_with_single_spaces(events: Mapping[str, Any]) -> None:
    for name, forms in arrays(events):
        for form in forms:
            assert form and form == " ".join(form.lower().split()), (name, form)
            assert form.replace("-", "").replace(" ", "").isalnum(), (name, form)


def test_a_form_stands_under_one_type_unless_it_is_called_ambiguous(events: Mapping[str, Any]) -> None:
    types: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in TYPES:
        for kind in CLASSES:
            for form in events[name].get(kind, ()):
                types[kind, form].add(name)
    shared = {form for (_, form), names in types.items() if len(names) > 1}
    assert shared == set(events["ambiguous"])


def test_weak_forms_and_forms_with_a_mode_are_listed_forms(events: Mapping[str, Any]) -> None:
    for name in TYPES:
        assert set(events[name].get("weak", ())) <= listed(events[name]), name
        for mode, forms in events[name].get("modes", {}).items():
            assert set(forms) <= listed(events[name]), (name, mode)


def test_modes_are_those_of_plover(events: Mapping[str, Any]) -> None:
    for name in TYPES:
        assert set(events[name].get("modes", ())) <= MODES.get(name, set()), name


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("ASSAULT", "active", "menembak"),
        ("ASSAULT", "passive", "diculik"),
        ("ASSAULT", "noun_mutual", "kontak tembak"),
        ("CONSULT", "mutual_active", "mengunjungi"),
        ("COERCE", "active", "mendakwa"),
        ("ACCUSE", "active", "menggugat"),
        ("CONCEDE", "active", "membebaskan"),
        ("RETREAT", "subject", "menyerahkan diri"),
        ("PROTEST", "subject", "turun ke jalan"),
        ("REJECT", "subject", "mengakhiri gencatan senjata"),
    ],
)
def test_common_words_stand_where_the_conventions_put_them(
    events: Mapping[str, Any], name: str, kind: str, form: str
) -> None:
    assert form in events[name][kind]
