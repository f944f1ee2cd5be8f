"""A real web server on the loopback, and a fetcher that is allowed to reach it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

from riwayat.gather.addresses import Address
from riwayat.gather.fetch import Fetcher, Limits

LOOPBACK = ip_address("127.0.0.1")


@dataclass
class Answer:
    """What the site says to one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    pause: float = 0.0
    """Seconds between two bytes of the body."""


class Site:
    """Paths and what they answer; a list under a path answers one request after another."""

    def __init__(self, port: int, answers: dict[str, Answer | list[Answer]]) -> None:
        self.port = port
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str, host: str = "berita.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class RealClock(Clock):
    """Time as it passes, for tests of what takes too long."""

    def __call__(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@contextmanager
def serving(answers: dict[str, Answer | list[Answer]]) -> Iterator[Site]:
    """A site on a free port; without an answer of its own, robots.txt is missing and other paths too."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = site.answers.get(self.path, Answer(status=404))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
            self.send_response_only(answer.status)  # no Date of its own
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            try:
                if answer.pause:
                    for byte in answer.body:
                        self.wfile.write(bytes([byte]))
                        stop.wait(answer.pause)
                else:
                    self.wfile.write(answer.body)
            except OSError:
                pass  # the client has hung up, as some tests want it to

        def log_message(self, format: str, *args: Any) -> None:
            pass

    stop = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_address[1], answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def fetcher_for(site: Site, clock: Clock | None = None, **options: Any) -> Fetcher:
    """A fetcher to which every host is the test site, on the site's port."""
    clock = clock or Clock()
    settings: dict[str, Any] = {
        "ports": (site.port,),
        "clock": clock,
        "sleep": clock.sleep,
        "resolver": to_loopback,
        "allow": lambda address: address == LOOPBACK,
        "limits": Limits(),
    }
    return Fetcher(**(settings | options))


def to_loopback(host: str, port: int) -> list[Address]:
    return [LOOPBACK]
