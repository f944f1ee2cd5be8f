"""The site as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Pages over the tables of the store; it has none of its own."""

    name = "riwayat.site"
    label = "site"
