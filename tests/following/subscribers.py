"""Subscriptions as they stand once they are confirmed, and reports that bring news."""

from __future__ import annotations

from typing import Any

from tests.following.conftest import NOW

PRIVATE = (
    "Ahad, 20 Juni 2021 21:05 WIB\n\n"
    "SUARA UTARA, Idlib – Katibah Zaitun dan Liwa al-Rabwah menggelar pertemuan di Jisr al-Shughur pada Jumat "
    "(18/6/2021), kata Siti Nurhaliza, seorang warga desa itu. Nurhaliza mengatakan pertemuan itu berlangsung "
    "dua jam.\n"
)
TALKS_ELSEWHERE = (
    "Kamis, 1 Juli 2021 19:05 WIB\n\n"
    "SUARA RABWAH, Idlib – Katibah Zaitun menggelar pertemuan dengan Dewan Salqin di Darkush "
    "pada Rabu (30/6/2021), kata juru bicara Katibah Zaitun, Umar al-Halabi.\n"
)


def subscribe(subject: str = "", cadence: str = "instant", language: str = "en", **more: Any) -> Any:
    """One that was confirmed just now."""
    from riwayat.following.changes import newest
    from riwayat.following.models import Subscription

    given = {"email": "reader@example.org", "told": newest(), "asked_at": NOW, "confirmed_at": NOW} | more
    return Subscription.objects.create(subject=subject, cadence=cadence, language=language, **given)
