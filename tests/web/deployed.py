"""The site as docs/deploying.md sets it up: gunicorn under the settings of production, and HTTPS before it."""

from __future__ import annotations

import http.client
import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx

HOST = "chronicle.example"
SECRET = "kf83jHd72ksPqz51mVbW09xYtLrUeNc64gAiDoQnZsBh2f7JyT"
_FIVE_SECONDS = 5
_NOT_PASSED_ON = {"connection", "date", "keep-alive", "server", "transfer-encoding", "x-forwarded-proto"}


@dataclass
class Deployed:
    """A folder of its own, and the environment that every command of the deployed site runs under."""

    folder: Path
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("RIWAYAT_") and name != "DJANGO_SETTINGS_MODULE"
        }
        if "RIWAYAT_CACHE" in os.environ:  # the index of places takes ten seconds to make
            inherited["RIWAYAT_CACHE"] = os.environ["RIWAYAT_CACHE"]
        return {
            **inherited,
            "RIWAYAT_HOME": str(self.folder / "home"),
            "RIWAYAT_HOSTS": HOST,
            "RIWAYAT_HTTPS": "1",
            "RIWAYAT_SECRET": SECRET,
            **self.more,
        }

    def riwayat(self, *arguments: str) -> str:
        """Runs a command; what it prints on both outputs."""
        return self._run("riwayat", *arguments)

    def django(self, *arguments: str) -> str:
        return self._run("django", *arguments, "--settings", "riwayat.web.settings")

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    @contextmanager
    def served(self) -> Iterator[int]:
        """The port at which gunicorn serves the site on loopback."""
        command = [sys.executable, "-m", "gunicorn", "riwayat.web.wsgi", "--bind", "127.0.0.1:0"]
        command += ["--workers", "2", "--threads", "4"]
        with subprocess.Popen(
            command,
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stderr is not None
            said = []
            port = 0
            for line in server.stderr:
                said.append(line)
                if found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", line):
                    port = int(found[1])
                    break
            assert port, "".join(said)
            drain = threading.Thread(target=server.stderr.read, daemon=True)
            drain.start()
            try:
                yield port
            finally:
                server.terminate()
                server.wait(timeout=30)
                drain.join(timeout=_FIVE_SECONDS)


@dataclass(frozen=True)
class Public:
    """The site at `https://chronicle.example`, which leads to a port of this machine."""

    port: int
    certificate: Path

    @property
    def rule(self) -> str:
        """What tells Chromium where the host is."""
        return f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{self.port}"

    def client(self) -> httpx.Client:
        """A program that asks the site, without cookies from before."""
        trusting = ssl.create_default_context(cafile=str(self.certificate))
        trusting.check_hostname = False
        return httpx.Client(
            base_url=f"https://127.0.0.1:{self.port}", headers={"Host": HOST}, verify=trusting, timeout=30
        )


@contextmanager
def proxied(to: int, folder: Path) -> Iterator[Public]:
    """HTTPS before a port: what nginx does, with a certificate of its own."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        f"/CN={HOST}",
    ]
    command += ["-addext", f"subjectAltName=DNS:{HOST}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)

    class Forward(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked = {k: v for k, v in self.headers.items() if k.lower() not in _NOT_PASSED_ON}
            with closing(http.client.HTTPConnection("127.0.0.1", to, timeout=60)) as behind:
                behind.request(self.command, self.path, body, {**asked, "X-Forwarded-Proto": "https"})
                answer = behind.getresponse()
                data = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in {*_NOT_PASSED_ON, "content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_HEAD = do_POST = _pass  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: pytest shows what matters."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that closes a connection is no failure of a test."""

    server = Quiet(("127.0.0.1", 0), Forward)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    # The handshake is left to the thread of each connection: a slow one holds nobody up.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Public(server.server_address[1], certificate)
    finally:
        server.shutdown()
        server.server_close()
