"""Web Annotations (W3C): the words behind each account of a happening, on the page where they stand.

One annotation page, an annotation for each telling.  On the page's own address the words are found by themselves
(TextQuoteSelector); positions count only in the text that is kept of it (TextPositionSelector).  A quote is cut short
at the name of a private person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

from riwayat.exports.entry import Entry
from riwayat.exports.quotes import Quote, quoted
from riwayat.exports.writing import as_json, write_between
from riwayat.model import Account, Told

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".jsonld"
FIELDS: Final = {
    "@context": "`http://www.w3.org/ns/anno.jsonld`.",
    "id": "`urn:riwayat:annotations`.",
    "type": "`AnnotationPage`.",
    "items": "The annotations, by happening and report.",
    "items.id": "`urn:riwayat:telling:` with the account (report, trigger, type) and the number of the telling in it.",
    "items.type": "`Annotation`.",
    "items.motivation": "`classifying`: what the words tell, and of which happening.",
    "items.body": "What is said of the words.",
    "items.body.type": "`TextualBody`; of the happening `SpecificResource`.",
    "items.body.purpose": "`classifying` for the type; `describing` for the chain; `linking` for the happening.",
    "items.body.format": "`text/plain`.",
    "items.body.value": "PLOVER type with the modality of this telling; or the chain, from the outlet to the origin.",
    "items.body.source": "`urn:riwayat:happening:` and the id of the happening.",
    "items.target": "Where the words stand: on the page, if it has an address, and in the text that is kept of it.",
    "items.target.type": "`SpecificResource`.",
    "items.target.source": "Address of the page; `urn:riwayat:report:` and the digest for the kept text.",
    "items.target.selector": "What finds the words there.",
    "items.target.selector.type": "`TextQuoteSelector`, or `TextPositionSelector` in the kept text.",
    "items.target.selector.exact": "The words.",
    "items.target.selector.prefix": "Up to 32 characters before.",
    "items.target.selector.suffix": "Up to 32 characters after.",
    "items.target.selector.start": "First code point in the kept text.",
    "items.target.selector.end": "Code point after the last.",
}
_HEAD: Final = (
    b'{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:riwayat:annotations","type":"AnnotationPage",'
    b'"items":['
)
_WEB: Final = ("http://", "https://")


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes one annotation page, an annotation a line."""
    annotations = (as_json(one) for entry in entries for one in _annotations(entry))
    write_between(_HEAD, annotations, b"]}", out)


def _annotations(entry: Entry) -> Iterator[dict[str, Any]]:
    for account in entry.accounts:
        text = entry.reading(account.source.id).report.text
        hidden = entry.mask.hidden(text)
        for number, telling in enumerate(account.tellings):
            quote = quoted(text, telling.sentence, telling.trigger, hidden)
            if quote is not None:
                yield _annotation(entry, account, number, telling, quote)


def _annotation(entry: Entry, account: Account, number: int, telling: Told, quote: Quote) -> dict[str, Any]:
    chain = " < ".join(narrator.name or narrator.kind for narrator in telling.chain)
    return {
        "id": f"urn:riwayat:telling:{account.key}/{number}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            _textual("classifying", f"{account.type} {telling.modality}"),
            _textual("describing", chain),
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": f"urn:riwayat:happening:{entry.happening.id}",
            },
        ],
        "target": list(_targets(account, quote)),
    }


def _textual(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _targets(account: Account, quote: Quote) -> Iterator[dict[str, Any]]:
    words = {
        "type": "TextQuoteSelector",
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }
    url = account.source.url
    if url and url.startswith(_WEB):
        yield {"type": "SpecificResource", "source": url, "selector": words}
    yield {
        "type": "SpecificResource",
        "source": f"urn:riwayat:report:{account.source.id}",
        "selector": [
            words,
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ],
    }
