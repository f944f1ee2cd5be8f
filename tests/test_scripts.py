from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(BASH is None, reason="needs bash")


def _set_up(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/demo in a bare copy, where `python3` is this shell script and there is no other Python."""
    bin_ = folder / "bin"
    bin_.mkdir()
    for tool in ("bash", "cat", "cksum", "dirname", "rm"):
        (bin_ / tool).symlink_to(str(shutil.which(tool)))
    (bin_ / "python3").write_text(f"#!{BASH}\n{python}\n", encoding="utf-8")
    (bin_ / "python3").chmod(0o755)
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return subprocess.run(
        [str(BASH), "scripts/demo"],
        cwd=folder,
        env={"HOME": str(folder), "PATH": str(bin_)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", ["scripts/demo", "scripts/test", ".ci/run"])
def test_scripts_can_be_run_as_they_are(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run([str(BASH), "-n", str(ROOT / script)], check=True)


def test_a_python_that_is_too_old_is_said_in_one_line(tmp_path: Path) -> None:
    done = _set_up(tmp_path, 'case "$1" in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    assert done.returncode == 1
    assert done.stderr == "riwayat: Python 3.11 or newer is needed; found: Python 3.9.2\n"


def test_a_python_without_venv_says_what_to_install(tmp_path: Path) -> None:
    done = _set_up(tmp_path, 'case "$2" in *venv*) exit 1;; *) exit 0;; esac')
    assert done.returncode == 1
    assert done.stderr.endswith("has no venv; on Debian or Ubuntu: apt-get install python3-venv\n")
