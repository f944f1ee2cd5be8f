"""HTML taken apart into the lines of its article, the lines of the whole page, and its pictures."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

import lxml.html
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from riwayat.model import Photo
from riwayat.page.declared import Declared, read_declared
from riwayat.page.lines import clean, is_prose, key, word_count

__all__ = ["Markup", "read_markup"]

_SKIPPED: Final = frozenset(
    {"button", "embed", "form", "head", "iframe", "input", "nav", "noscript", "object", "script", "select"}
    | {"style", "svg", "template", "textarea", "title"}
)
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
    }
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"}
    | {"h6", "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_ELSEWHERE: Final = re.compile(
    r"related|terkait|popul|sidebar|widget|footer|recommend|rekomendasi|terbaru|latest|trending|promo|banner|comment|komentar",
    re.IGNORECASE,
)
_CAPTION: Final = frozenset({"cap", "caption", "captions", "keterangan"})
"""Parts of class names that mark a caption."""
_UNSEEN: Final = re.compile(r"<(script|style|head|nav)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
_SITE_SUFFIX: Final = re.compile(r"\s+[-|–—•»]\s+[^-|–—•»]{2,50}$")


_SHORT, _GAP = 6, 200
"""A line of so few words counts as kept only within so many characters of the line before it."""


@dataclass(frozen=True, slots=True)
class Markup:
    """An HTML page taken apart."""

    declared: Declared
    title: str | None
    site: str | None
    """What the page's own title says beside the headline: as a rule the name of the site."""
    article: tuple[str, ...]
    """Paragraphs that the extraction takes for the article; empty where it finds none."""
    whole: tuple[str, ...]
    """All visible lines of the page."""
    captions: tuple[str, ...]
    """Captions of the article's pictures, in order."""
    photos: tuple[Photo, ...]
    """The same with addresses; credits still within the captions."""


def read_markup(text: str, url: str | None) -> Markup | None:
    """Takes an HTML page apart; nothing where it cannot be parsed into any element."""
    tree = _parse(text)
    if tree is None:
        return None
    declared = read_declared(tree, url)
    whole = tuple(_visible(tree)) or tuple(_without_tags(text))
    title = _title(tree, declared)
    extracted = _extracted(text)
    photos = tuple(_photos(tree, declared.canonical_url or url))
    return Markup(
        declared=declared,
        title=title,
        site=_site(tree, title),
        article=tuple(_kept(whole, extracted, title)) if extracted else (),
        whole=whole,
        captions=tuple(p.caption for p in photos if p.caption),
        photos=photos,
    )


def _parse(text: str) -> HtmlElement | None:
    try:
        # The parser's usual limit of 256 levels would silently lose what lies deeper.
        parser = lxml.html.HTMLParser(huge_tree=True)
        tree = lxml.html.document_fromstring(_without_declaration(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def _without_declaration(text: str) -> str:
    """lxml refuses characters that carry an encoding declaration of bytes."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _extracted(text: str) -> str:
    """What the extraction takes for the article, as words parted by blanks; its line breaks are not kept."""
    # The extraction logs pages without an article as errors; to us they are ordinary.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            _without_declaration(text), include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:
        # Whatever a broken page makes the extraction raise, the whole page's lines still serve.
        return ""
    body = getattr(document, "body", None)
    return "" if body is None else key(" ".join(body.itertext()))


def _kept(whole: Sequence[str], extracted: str, title: str | None) -> Iterator[str]:
    """The page's lines that the extraction kept, and the paragraphs it overlooked among them.

    The extraction chooses, the page's own blocks part the lines: inside the extracted text a paragraph may
    run into the advertisement before it.  Overlooked are paragraphs between the headline and the first kept
    line, and between kept lines: text that stands in no element of its own is easily lost.
    """
    text, cursor = f" {extracted} ", 0
    kept: list[int] = []
    for index, line in enumerate(whole):
        words = f" {key(line)} "
        if not words.strip():
            continue
        at = text.find(words, cursor)
        if word_count(line) <= _SHORT and at - cursor > _GAP:
            at = -1
        if at < 0 and word_count(line) > _SHORT:
            at = text.find(words)
        if at >= 0:
            cursor = at + len(words) - 1
            kept.append(index)
    if not kept:
        return
    same = key(title) if title else None
    heading = next((i for i in range(kept[0], -1, -1) if key(whole[i]) == same), kept[0])
    chosen = set(kept)
    for index in range(heading, kept[-1] + 1):
        if index in chosen or is_prose(whole[index]):
            yield whole[index]


def _without_tags(text: str) -> Iterator[str]:
    """The lines of a page that the parser gives up on, its tags cut out by hand."""
    bare = re.sub(r"\s+", " ", _UNSEEN.sub(" ", text))
    bare = _TAG.sub(lambda m: "\n" if m[1].lower() in _BLOCKS else "", bare)
    # A page may break off within a tag.
    bare = re.sub(r"<[a-z!/][^<>]*$", "", bare, flags=re.IGNORECASE)
    for line in html.unescape(bare).split("\n"):
        if cleaned := clean(line):
            yield cleaned


def _visible(tree: HtmlElement) -> Iterator[str]:
    body = tree.find("body")
    return _flowed(body if body is not None else tree)


def _flowed(root: Any) -> Iterator[str]:
    """The text of a tree as lines: blocks part them, inline elements and source line breaks do not."""
    pieces: list[str] = []
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        if leaving or tag is None or tag in _SKIPPED:
            if leaving and tag in _BLOCKS:
                pieces.append("\n")
            elif tag in _SKIPPED and not leaving:
                pieces.append("\n" if tag not in ("script", "style", "noscript") else "")
            if element is not root:
                pieces.append((element.tail or "").replace("\n", " ").replace("\r", " "))
            continue
        if tag in _BLOCKS:
            pieces.append("\n")
        pieces.append((element.text or "").replace("\n", " ").replace("\r", " "))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    for line in "".join(pieces).split("\n"):
        if cleaned := clean(line):
            yield cleaned


def _title(tree: HtmlElement, declared: Declared) -> str | None:
    """The headline as shown: the longest heading that the declared headline holds, or the only h1.

    Where no heading shows it, it is as declared.
    """
    shown = [t for h in tree.iter("h1") if (t := clean(h.text_content())) and word_count(t) >= 2]
    said = declared.headline or clean(tree.findtext(".//title") or "") or None
    if said:
        # On blogs the site's name is the h1, and the headline a lesser heading.
        lesser = [t for h in tree.iter("h2", "h3") if word_count(t := clean(h.text_content())) >= 3]
        said_key = key(said)
        held = [h for h in shown if key(h) and (said_key.startswith(key(h)) or key(h).startswith(said_key))]
        held += [h for h in lesser if said_key.startswith(key(h)) or said_key.endswith(key(h))]
        if held:
            return max(held, key=len)
        if len(shown) == 1:
            return shown[0]
        outlet_key = key(declared.outlet or "")
        suffix = _SITE_SUFFIX.search(said)
        if suffix and (not declared.headline or (outlet_key and key(suffix[0]).endswith(outlet_key))):
            return said[: suffix.start()]
        return said
    return shown[0] if shown else None


def _site(tree: HtmlElement, title: str | None) -> str | None:
    """What the page's title says before or behind the headline: the last part of it, or the first."""
    said = clean(tree.findtext(".//title") or "")
    if not title or not said or title not in said or said == title:
        return None
    before, _, behind = said.partition(title)
    edge = r"\s*[|–—•»:]\s*|\s+-+\s+"
    for rest, place in ((behind, -1), (before, 0)):
        parts = [part for part in re.split(edge, f" {rest} ") if part.strip()]
        if parts and word_count(parts[place]) <= 5:
            return parts[place].strip()
    return None


def _photos(tree: HtmlElement, base: str | None) -> Iterator[Photo]:
    """Pictures with captions in the article, not those that lead to other articles."""
    seen: set[str] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str) or not _is_caption(element):
            continue
        caption = clean(element.text_content())
        if not 2 <= word_count(caption) <= 90 or caption in seen or _stands_elsewhere(element):
            continue
        seen.add(caption)
        yield Photo(url=_picture(element, base), caption=caption)


def _is_caption(element: HtmlElement) -> bool:
    classes = set(re.split(r"[\s_-]+", (element.get("class") or "").lower()))
    if element.tag == "figcaption":
        return True
    return (
        bool(classes & _CAPTION)
        and element.tag in ("p", "div", "span", "small", "em")
        and element.find(".//img") is None
    )


def _stands_elsewhere(element: HtmlElement) -> bool:
    for ancestor in element.iterancestors():
        if ancestor.tag in ("a", "aside", "nav", "footer", "li"):
            return True
        if ancestor.tag not in ("body", "html", "main", "article") and _ELSEWHERE.search(
            f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        ):
            return True
    return False


def _picture(element: HtmlElement, base: str | None) -> str | None:
    ancestor = element.getparent()
    for _ in range(3):
        if ancestor is None:
            return None
        image = ancestor.find(".//img")
        if image is not None:
            source = image.get("data-src") or image.get("src") or ""
            try:
                full = urljoin(base or "", source)
            except ValueError:
                return None
            return full if full.startswith(("http://", "https://")) else None
        ancestor = ancestor.getparent()
    return None
