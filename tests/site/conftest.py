"""The site as `riwayat serve` gives it, with the example story, and a browser to look at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

PASSWORD = "a-long-enough-secret"


@dataclass(frozen=True)
class Site:
    """A running site."""

    address: str
    home: Path

    def get(self, path: str, **more: str) -> httpx.Response:
        return httpx.get(self.address + path, params=more or None, follow_redirects=True, timeout=30)

    def happening(self, type: str = "ASSAULT") -> str:
        """Path, without the language, of the happening of this type that most reports tell."""
        found = re.findall(r'href="/en/(happening/h[0-9a-f]+)"', self.get("/en/", type=type).text)
        return str(found[-1])

    def report(self, outlet: str) -> str:
        """Path, without the language, of a report of this outlet that tells the happening."""
        line = rf'<a href="/en/(report/[0-9a-f]+)"><b><bdi>{re.escape(outlet)}</bdi></b>'
        return re.findall(line, self.get("/en/" + self.happening()).text)[0]


def _environment(home: Path) -> dict[str, str]:
    """That of a command run on the chronicle of this folder, whatever the tests have set up for themselves."""
    environment = {**os.environ, "RIWAYAT_HOME": str(home)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return environment


@contextmanager
def serving(home: Path) -> Iterator[Site]:
    """The site of a chronicle; of the example story, where it holds nothing."""
    with subprocess.Popen(
        [sys.executable, "-m", "riwayat", "serve", "--port", "0"],
        env=_environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as served:
        assert served.stdout is not None
        address = ""
        for line in served.stdout:
            if found := re.search(r"http://\S+(?=/)", line):
                address = found[0]
                break
        assert address, "the site did not start"
        yield Site(address, home)
        served.terminate()
        served.wait(timeout=20)


def riwayat(home: Path, *arguments: str, **environment: str) -> str:
    """What a command prints, run on the chronicle of a site."""
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", *arguments],
        env={**_environment(home), **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site") / "home") as served:
        yield served


@pytest.fixture(scope="session")
def curator(site: Site) -> str:
    """Name of somebody who may sign in with PASSWORD."""
    riwayat(site.home, "curator", "ratna", RIWAYAT_PASSWORD=PASSWORD)
    return "ratna"
