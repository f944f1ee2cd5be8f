"""A chronicle of three reports, under the settings of the site, and a mail server."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread
from django.utils import translation
from tests.following.mailbox import Mailbox

from riwayat.store.setup import make_ready, open_store

make_ready()  # what is made of the store, and the tests' own reports, want it

NOW = datetime(2021, 6, 21, 8, tzinfo=UTC)
ADDRESS = "https://chronicle.example"


@pytest.fixture(scope="package")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Django under the settings of the site; what opens no database and packs no files."""
    from riwayat.web import settings

    static = tmp_path_factory.mktemp("static")
    named = {
        name: getattr(settings, name) for name in dir(settings) if name.isupper() and name != "DATABASES"
    }
    named |= {
        "STATIC_ROOT": static,
        "STORAGES": {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        "ALLOWED_HOSTS": ["chronicle.example", "localhost", "127.0.0.1", "testserver"],
        "RIWAYAT_ADDRESS": ADDRESS,
        "RIWAYAT_MAIL_FROM": "Riwayat <news@chronicle.example>",
    }
    named.pop("SECRET_KEY")
    # Commands need none and have none set; what is overridden must have been something before.
    django_settings.SECRET_KEY = "the secret of now, which is long enough"
    with pytest.MonkeyPatch.context() as patch, override_settings(**named):
        # Whether words are translated is settled at first use, which may have been under the store's own settings.
        patch.setattr(translation, "_trans", type(translation._trans)())
        yield


@pytest.fixture(scope="package")
def _told(_site: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.store.told import CLASH, TALKS, add, write

    folder = tmp_path_factory.mktemp("told")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIWAYAT_HOME", str(folder / "home"))
        open_store()
        add(*write(folder, lembah=CLASH, rabwah=TALKS))
        _close()
    return folder / "home"


@pytest.fixture
def chronicle(_told: Path, own_home: Path) -> Iterator[Path]:
    """A chronicle of a clash, told by one report, and of talks; its folder."""
    shutil.copytree(_told, own_home)
    open_store()
    yield own_home
    _close()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server that is set as ours."""
    with Mailbox() as box, override_settings(RIWAYAT_SMTP=box.address):
        yield box


@pytest.fixture(scope="session")
def dkim_key(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A key that signs mails: the file of its private half, and the record that publishes the other."""
    file = tmp_path_factory.mktemp("dkim") / "key.pem"
    subprocess.run(["openssl", "genrsa", "-out", file, "2048"], check=True, capture_output=True)
    public = subprocess.run(
        ["openssl", "rsa", "-in", file, "-pubout", "-outform", "PEM"], check=True, capture_output=True
    ).stdout
    return file, b"v=DKIM1; k=rsa; p=" + b"".join(public.split(b"\n")[1:-2])


@pytest.fixture
def in_public(dkim_key: tuple[Path, bytes]) -> Iterator[None]:
    """HTTPS and DKIM are set up."""
    with override_settings(
        SECURE_SSL_REDIRECT=True,
        SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
        RIWAYAT_DKIM_KEY=str(dkim_key[0]),
    ):
        yield


@pytest.fixture
def more(tmp_path: Path) -> Callable[..., None]:
    """Adds reports, given as texts by name."""
    from tests.store.told import add, write

    def _more(**texts: str) -> None:
        add(*write(tmp_path / "more", **texts))

    return _more


@pytest.fixture
def live(chronicle: Path) -> Iterator[str]:
    """The site over HTTP; its address."""
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, port=0)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    assert server.error is None
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


def _close() -> None:
    from django.db import connections

    connections.close_all()
