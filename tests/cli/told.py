"""A made-up week of reports in three languages, for tests of the commands that tell of the chronicle.

Liwa al-Rabwah's spokesman and a medic give two tolls of one clash; one outlet copies another word for word; a
private person is named.
"""

from __future__ import annotations

from typing import Final

REPORTS: Final = {
    "lembah": (
        "Ahad, 13 Juni 2021 06:42 WIB\n\n"
        "KABAR LEMBAH, Darkush – Tiga orang tewas dalam bentrokan antara Liwa al-Rabwah dan Katibah Zaitun "
        "di Kafr Laimun pada Sabtu malam, kata juru bicara Liwa al-Rabwah, Yasir al-Darwisy. "
        "Jalan menuju kota ditutup sampai Ahad siang karena banyak ranjau yang belum dijinakkan.\n"
    ),
    "orontes": (
        "Senin, 14 Juni 2021 09:10 WIB\n\n"
        "HARIAN ORONTES, Idlib – Liwa al-Rabwah menyerang Katibah Zaitun di Kafr Laimun pada Sabtu malam "
        "(12/6/2021). Lima orang tewas dalam bentrokan itu, kata seorang petugas medis kepada Harian Orontes.\n"
    ),
    "utara": (
        "Senin, 14 Juni 2021 15:30 WIB\n\n"
        "SUARA UTARA, Idlib – Tiga orang tewas dalam bentrokan antara Liwa al-Rabwah dan Katibah Zaitun "
        "di Kafr Laimun pada Sabtu malam, kata juru bicara Liwa al-Rabwah, Yasir al-Darwisy. "
        "Jalan menuju kota ditutup sampai Ahad siang karena banyak ranjau yang belum dijinakkan. "
        "Demikian dilansir Kabar Lembah.\n"
    ),
    "rabwah": (
        "Ahad, 20 Juni 2021 19:05 WIB\n\n"
        "SUARA RABWAH, Idlib – Katibah Zaitun dan Liwa al-Rabwah menggelar pertemuan di Jisr al-Shughur "
        "pada Jumat (18/6/2021), kata Siti Nurhaliza, seorang warga desa itu. Nurhaliza mengatakan pertemuan "
        "itu berlangsung dua jam.\n"
    ),
    "sana": "دمشق (سانا) 14/6/2021 – قُتل ثلاثة أشخاص في اشتباكات في إدلب يوم السبت، بحسب مصدر طبي.\n",
}
"""Texts by the names of their files."""
