"""Reports that one person tells throughout, in answers or as an account, rest on that person."""

from __future__ import annotations

from .told import kinds, rests_on, told

ACCOUNT = """\
Pere Agbalagba, 41, ferries traders between two creeks. This is his account, edited for length.
I left the jetty before six with a full boat. Two speedboats came out of the mangrove.
We were made to sit in rows. A boy walked up and down and counted us.
Three traders were pulled into the bush and I have not seen them since.
The boys left at dusk, and nobody came for my passengers.
The navy did not answer questions from Kabar Lembah."""


def test_an_account_rests_on_whoever_tells_it() -> None:
    reading = told(ACCOUNT, language="en")
    rests_on(reading, "Two speedboats came out", ("person", "Pere Agbalagba"))
    rests_on(reading, "A boy walked up and down", ("person", "Pere Agbalagba"))


def test_the_lines_above_and_below_an_account_are_the_outlets_own() -> None:
    reading = told(ACCOUNT, language="en")
    rests_on(reading, "ferries traders between")
    rests_on(reading, "The navy did not answer")


def test_whoever_wrote_an_account_down_does_not_tell_it() -> None:
    text = ACCOUNT.replace(
        "This is his account, edited for length.", "His account was taken by our researcher Nidal Qasem."
    )
    rests_on(told(text, language="en"), "Two speedboats came out", ("person", "Pere Agbalagba"))


def test_a_reporter_who_writes_of_what_he_saw_himself_tells_no_account_of_the_people_he_met() -> None:
    reading = told(
        "Pere Agbalagba, 41, ferries traders between two creeks.\n"
        "I met Agbalagba at the jetty before six. My driver waited by the road.\n"
        "I asked Agbalagba who had burned the boats. We drank tea.\n"
        "In the evening I walked with Agbalagba to the church.",
        language="en",
    )
    rests_on(reading, "My driver waited by the road")


def test_an_arabic_account_is_known_by_its_verbs_and_endings() -> None:
    reading = told(
        "عمل آدم إبراهيم ممرضا في المستشفى حتى إغلاقه. هذه شهادته.\n"
        "دخل المسلحون عند العصر. كنت أحمل طفلة مصابة.\n"
        "لم يبق معنا شاش، فصرنا نقطع الستائر.\n"
        "خرجنا على الأقدام ليلا. ووجدنا جثتين قرب الوادي.\n"
        "لا أعرف صنعة غيرها، وأمي ما زالت في الحي.",
        language="ar",
    )
    rests_on(reading, "دخل المسلحون عند العصر", ("person", "آدم إبراهيم"))
    rests_on(reading, "ووجدنا جثتين", ("person", "آدم إبراهيم"))


def test_letters_before_questions_and_answers_are_nobody() -> None:
    reading = told(
        "تتابع المحامية رنا خليفة ملفات المعتقلين.\n"
        "س: ماذا وجدتم في السجون؟\n"
        "ج: الأوراق كانت مبعثرة والدفاتر محروقة.\n"
        "س: ومن أحرق الدفاتر؟\n"
        "ج: الضباط أمروا بذلك قبل يومين.\n"
        "س: وماذا عن الأهالي؟\n"
        "ج: الأهالي يقفون أمام الباب كل صباح.",
        language="ar",
    )
    rests_on(reading, "الأوراق كانت مبعثرة", ("person", "رنا خليفة"))
    rests_on(reading, "الضباط أمروا بذلك", ("person", "رنا خليفة"))


def test_an_agency_that_no_table_knows_is_one_by_its_name() -> None:
    reading = told("A bridge fell on Saturday.\nA boat sank.", language="en", cites=["Nile Wire"])
    assert kinds(reading, "A boat sank") == ["agency"]


def test_others_who_speak_below_an_account_speak_for_themselves() -> None:
    text = ACCOUNT.replace(
        "The navy did not answer questions from Kabar Lembah.",
        "The ministry said that no boat had been stopped.",
    )
    rests_on(told(text, language="en"), "no boat had been stopped", ("official", "ministry"))
