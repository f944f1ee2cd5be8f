"""The one fetcher: it names itself, asks robots.txt, takes its time, and stays on the public net."""

from __future__ import annotations

import ssl
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Final, Self

import httpx

from riwayat.errors import FetchError
from riwayat.gather.addresses import Allow, Resolve, is_public, resolve
from riwayat.gather.robots import MOST_BYTES, Robots
from riwayat.gather.transport import Budget, CheckedTransport
from riwayat.model import Page

__all__ = ["CONTACT", "Fetcher", "Limits", "Response"]

CONTACT: Final = "https://riwayat.example/robot"
"""Where a site's owner learns who fetches; whoever fetches more than a page names a contact of his own."""
_PRODUCT: Final = "Riwayat"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})
_MOST_HOSTS: Final = 10_000
_TYPES: Final = frozenset(
    {
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/rdf+xml",
        "application/rss+xml",
        "application/xhtml+xml",
        "application/xml",
        "text/html",
        "text/plain",
        "text/xml",
    }
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far the fetcher goes."""

    seconds: float = 30.0
    """For one fetch with its redirects, waits aside.  Name resolution follows the system's own limits."""
    bytes: int = 10 * 1024 * 1024
    """Of one body, after decompression."""
    redirects: int = 5
    """Hops after the first request."""
    interval: float = 1.0
    """Least seconds between two requests to one host."""
    longest_delay: float = 30.0
    """Most seconds between requests that a robots.txt may ask for before the site is left alone."""
    longest_wait: float = 60.0
    """Most seconds waited where a busy site says when to come back."""
    retries: int = 2
    """Times a busy site is asked again."""


@dataclass(frozen=True, slots=True)
class Response:
    """What came back."""

    url: str
    """After redirects."""
    status: int
    """200 to 299, or 304 where the caller's copy is still good."""
    headers: Mapping[str, str]
    """Names in lower case; `etag` and `last-modified` serve the next conditional fetch."""
    body: bytes
    """Decompressed."""


class Fetcher:
    """Fetches text and HTML pages politely; one at a time, to be closed after use.

    Clock, sleep, resolver and the judgement on addresses can be replaced, which tests do.
    """

    def __init__(
        self,
        *,
        contact: str = CONTACT,
        version: str = "0.1",
        limits: Limits | None = None,
        ports: Iterable[int] = (80, 443),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolver: Resolve = resolve,
        allow: Allow = is_public,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.agent = f"{_PRODUCT}/{version} (+{contact})"
        self._ports = frozenset(ports)
        self._clock = clock
        self._sleep = sleep
        self._budget = Budget(clock)
        transport = CheckedTransport(
            resolve=resolver,
            allow=allow,
            ports=self._ports,
            budget=self._budget,
            tls=tls or httpx.create_ssl_context(),
        )
        # Proxies named in the environment would do the connecting, past all checks.
        self._client = httpx.Client(transport=transport, trust_env=False, follow_redirects=False)
        self._robots = Robots(self._robots_file, clock)
        self._not_before: OrderedDict[str, float] = OrderedDict()

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Response:
        """Fetches an address, following redirects; with `etag` or `last_modified`, only if it has changed.

        Raises `FetchError` where robots.txt, the address, the kind or size of the answer, or the time
        forbids it, and where the site answers with an error.
        """
        self._budget.start(self.limits.seconds)
        extra = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in extra.items() if value}
        response = self._followed(url, headers, heed_robots=True, most=self.limits.bytes, cut=False)
        if response.status == 304 and headers:
            return response
        if not 200 <= response.status < 300:
            raise FetchError(
                f"{url}: the site answers with status {response.status}",
                retry_after=_retry_after(response.headers) if response.status in _BUSY else None,
            )
        kind = _kind(response)[0]
        if kind is not None and kind not in _TYPES:
            raise FetchError(f"{url}: is {kind}, not a text or HTML page")
        return response

    def page(self, url: str) -> Page:
        """The page at an address; raises `FetchError` as `get` does."""
        response = self.get(url)
        kind, charset = _kind(response)
        return Page(response.body, url=response.url, media_type=kind, charset=charset, source=url)

    def close(self) -> None:
        """Closes all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _followed(
        self, url: str, headers: Mapping[str, str], *, heed_robots: bool, most: int, cut: bool
    ) -> Response:
        """Requests an address and what it redirects to, each hop checked as the first was."""
        at = url
        for _ in range(self.limits.redirects + 1):
            target = self._checked(at, url)
            if heed_robots:
                self._ask_robots(target, url)
            response = self._patiently(target, headers, url, most=most, cut=cut)
            location = response.headers.get("location")
            if response.status not in _REDIRECTS or not location:
                return response
            try:
                at = str(target.join(location))
            except httpx.InvalidURL:
                raise FetchError(f"{url}: redirects to something that is no address") from None
        raise FetchError(f"{url}: redirects more than {self.limits.redirects} times")

    def _checked(self, at: str, asked: str) -> httpx.URL:
        where = asked if at == asked else f"{asked}: redirects to {at}"
        try:
            target = httpx.URL(at)
        except (httpx.InvalidURL, ValueError):
            raise FetchError(f"{where}: this is no address") from None
        if target.scheme not in ("http", "https"):
            raise FetchError(f"{where}: only http and https addresses are fetched")
        if not target.host:
            raise FetchError(f"{where}: this address names no host")
        if target.userinfo:
            raise FetchError(f"{where}: addresses with a user name or password are not fetched")
        port = target.port or (443 if target.scheme == "https" else 80)
        if port not in self._ports:
            raise FetchError(f"{where}: port {port} must not be reached")
        return target.copy_with(fragment=None)

    def _ask_robots(self, target: httpx.URL, asked: str) -> None:
        origin = f"{target.scheme}://{target.netloc.decode('ascii')}"
        rules = self._robots.rules(origin)
        if not rules.allows(str(target), _PRODUCT):
            raise FetchError(f"{asked}: the site's robots.txt does not allow this (or cannot be read)")
        delay = rules.delay(_PRODUCT)
        if delay is not None and delay > self.limits.longest_delay:
            raise FetchError(
                f"{asked}: the site asks robots to wait {delay:g} s between pages, which is too long"
            )
        if delay is not None and delay > self.limits.interval:
            last = self._not_before.get(target.host)
            if last is not None:
                self._hold(target.host, last - self.limits.interval + delay)

    def _robots_file(self, url: str) -> tuple[int, bytes] | None:
        try:
            response = self._followed(url, {}, heed_robots=False, most=MOST_BYTES, cut=True)
        except _NoAnswerError:
            return None
        return response.status, response.body

    def _patiently(
        self, target: httpx.URL, headers: Mapping[str, str], asked: str, *, most: int, cut: bool
    ) -> Response:
        """One request, asked again where a busy site says when to come back."""
        for attempt in range(self.limits.retries + 1):
            self._take_turn(target.host, asked)
            response = self._request(target, headers, asked, most=most, cut=cut)
            wait = _retry_after(response.headers) if response.status in _BUSY else None
            if wait is None:
                return response
            self._hold(target.host, self._clock() + wait)
            if attempt == self.limits.retries:
                return response
        raise AssertionError("unreachable")

    def _take_turn(self, host: str, asked: str) -> None:
        """Waits until the host may be asked again, and books the next turn."""
        wait = self._not_before.get(host, 0.0) - self._clock()
        if wait > max(self.limits.longest_wait, self.limits.longest_delay):
            raise FetchError(f"{asked}: the site asks to come back in {wait:.0f} s", retry_after=wait)
        if wait > 0:
            self._sleep(wait)
            self._budget.extend(wait)
        self._hold(host, self._clock() + self.limits.interval)

    def _hold(self, host: str, until: float) -> None:
        self._not_before[host] = max(until, self._not_before.get(host, 0.0))
        self._not_before.move_to_end(host)
        while len(self._not_before) > _MOST_HOSTS:
            self._not_before.popitem(last=False)

    def _request(
        self, target: httpx.URL, headers: Mapping[str, str], asked: str, *, most: int, cut: bool
    ) -> Response:
        sent = {
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8",
            "Accept-Encoding": "gzip",
            **headers,
        }
        try:
            with self._client.stream("GET", target, headers=sent, timeout=self.limits.seconds) as response:
                named = {name.lower(): value for name, value in response.headers.items()}
                if response.status_code in _REDIRECTS:
                    return Response(str(target), response.status_code, named, b"")
                body = self._body(response, named, asked, most=most, cut=cut)
                return Response(str(target), response.status_code, named, body)
        except _NoAnswerError:
            raise
        except FetchError as error:
            raise FetchError(f"{asked}: {error}" if asked not in str(error) else str(error)) from None
        except httpx.TimeoutException:
            raise _NoAnswerError(f"{asked}: no full answer within {self.limits.seconds:g} s") from None
        except httpx.HTTPError as error:
            raise _NoAnswerError(f"{asked}: cannot be reached ({_one_line(error)})") from None

    def _body(
        self, response: httpx.Response, headers: Mapping[str, str], asked: str, *, most: int, cut: bool
    ) -> bytes:
        """The body, never more than `most` bytes of it in memory; longer ones are cut or refused."""
        encoding = headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"{asked}: the answer is compressed in a way not asked for ({encoding})")
        unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
        body = bytearray()
        try:
            for chunk in response.iter_raw(65_536):
                # One byte more than allowed tells that there is more, whatever it would unpack to.
                room = most + 1 - len(body)
                body += chunk[:room] if unpack is None else unpack.decompress(chunk, room)
                if len(body) > most:
                    break
        except zlib.error:
            raise FetchError(f"{asked}: the answer's compression is broken") from None
        if unpack is not None and len(body) <= most and not unpack.eof:
            raise FetchError(f"{asked}: the answer breaks off")
        if len(body) > most and not cut:
            raise FetchError(f"{asked}: is longer than {most // 1024} KiB")
        return bytes(body[:most])


class _NoAnswerError(FetchError):
    """The site gave no answer, as opposed to an answer that must not be used."""


def _kind(response: Response) -> tuple[str | None, str | None]:
    """Media type and charset that the answer declares."""
    declared = response.headers.get("content-type")
    if not declared:
        return None, None
    message = Message()
    message["content-type"] = declared
    return message.get_content_type().lower(), message.get_content_charset()


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds after which a busy site wants to be asked again; a date counts from the answer's own."""
    value = headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(
            0.0, (parsedate_to_datetime(value) - parsedate_to_datetime(headers["date"])).total_seconds()
        )
    except (KeyError, TypeError, ValueError):
        return None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
