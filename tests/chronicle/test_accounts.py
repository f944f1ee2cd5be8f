from __future__ import annotations

from riwayat.chronicle.accounts import accounts, narrators_at, source_of
from riwayat.chronicle.lent import lent
from riwayat.model import Aligned, Copy, Page, Reading, Span
from riwayat.pipeline import read_page

PAGE = """KIBLAT.NET, Idlib – Tiga orang tewas dalam serangan udara di kota Idlib pada Ahad (26/05/2019). \
Hal itu dikatakan juru bicara Pertahanan Sipil Suriah, Ahmad Syekho.

Senin (27/05/2019)

Seorang sumber di Idlib mengatakan bahwa pesawat Rusia membom pasar itu.
"""


def reading() -> Reading:
    return read_page(Page(PAGE.encode()))


def test_an_account_holds_all_that_telling_it_elsewhere_needs() -> None:
    read = reading()
    source = source_of(read.report, fetched="2026-01-01", file="/somewhere/kiblat.txt")
    found = accounts(read, source)
    assert found
    assert (source.file, source.known_from) == ("kiblat.txt", "2019-05-27")
    for account in found:
        assert account.source == source
        for told in account.tellings:
            assert told.chain[0].kind == "outlet"
            for span in (told.sentence, told.trigger, told.statement):
                assert read.report.text[span.start : span.end] == span.text
            assert told.sentence.start <= told.trigger.start < told.sentence.end


def test_a_report_without_a_date_could_be_known_from_when_it_was_fetched() -> None:
    read = read_page(Page(b"POST\n\nThe rebels attacked the town, residents said."))
    assert source_of(read.report, fetched="2026-01-01T10:00:00").known_from == "2026-01-01"


def test_a_copy_tells_what_its_sentence_repeats_by_its_own_chain() -> None:
    first = reading()
    given = accounts(first, source_of(first.report, fetched="2026-01-01"))
    text = "POST, Jakarta – Demikian disampaikan. Kejadian di pasar itu, kata polisi, pada pagi hari."
    second = read_page(Page(text.encode()))
    source = source_of(second.report, fetched="2026-01-01")
    sentence = Span(0, len(second.report.text), second.report.text)
    there = given[0].tellings[0].sentence
    copy = Copy(source.id, first.report.id, "edited", False, 1.0, (Aligned(sentence, there, 0.8),))
    made = lent(given, [copy], {source.id: second}, {source.id: source})
    assert given[0].key in [account.lent_by for account in made]
    for account in made:
        assert account.source == source
        assert account.tellings[0].chain == narrators_at(second, sentence)[1]
    retold = Copy(source.id, first.report.id, "retelling", True, 1.0, copy.evidence)
    assert lent(given, [retold], {source.id: second}, {source.id: source}) == ()
