"""Small made-up reports as files, for tests of what is made of many."""

from __future__ import annotations

from pathlib import Path

from riwayat.gather.inputs import pages
from riwayat.store.batch import Clock, Summary, add_pages

CLASH = (
    "Ahad, 13 Juni 2021 06:42 WIB\n\n"
    "KABAR LEMBAH, Darkush – Tiga orang tewas dalam bentrokan antara Liwa al-Rabwah dan Katibah Zaitun "
    "di Kafr Laimun pada Sabtu malam, kata juru bicara Liwa al-Rabwah, Yasir al-Darwisy.\n"
)
CLASH_TOO = (
    "Senin, 14 Juni 2021 09:10 WIB\n\n"
    "HARIAN ORONTES, Idlib – Liwa al-Rabwah menyerang Katibah Zaitun di Kafr Laimun pada Sabtu malam "
    "(12/6/2021). Lima orang tewas dalam bentrokan itu, kata seorang petugas medis kepada Harian Orontes.\n"
)
TALKS = (
    "Ahad, 20 Juni 2021 19:05 WIB\n\n"
    "SUARA RABWAH, Idlib – Katibah Zaitun dan Liwa al-Rabwah menggelar pertemuan di Jisr al-Shughur "
    "pada Jumat (18/6/2021), kata seorang tetua desa.\n"
)


def write(folder: Path, **files: str) -> list[str]:
    """Text files by name; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.txt" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def add(*sources: str, clock: Clock | None = None, jobs: int = 1) -> Summary:
    """Adds what the sources name."""
    more = {"clock": clock} if clock else {}
    return add_pages(pages(sources, collections=True), jobs=jobs, **more)
