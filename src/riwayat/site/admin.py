"""Django's admin: curators and their rights; the store's tables to be looked at, not to be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import BinaryField, Model
from django.http import HttpRequest

from riwayat.store import models as rows

__all__: list[str] = []


if TYPE_CHECKING:
    _Admin = admin.ModelAdmin[Any]
else:  # the class takes parameters for the type checker only
    _Admin = admin.ModelAdmin


class _LookedAt(_Admin):
    """Whatever is derived, or said, is changed by commands and forms only: they know what follows from it."""

    list_per_page = 50
    show_full_result_count = False

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return [f.name for f in self.model._meta.fields if not isinstance(f, BinaryField)]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(rows.Correction)
class _Corrections(_LookedAt):
    list_display = ("id", "subject", "what", "who", "at", "undone_at", "because")
    list_filter = ("subject", "what", "who")


@admin.register(rows.Report)
class _Reports(_LookedAt):
    list_display = ("id", "title", "outlet", "language", "known_from", "engine")
    list_filter = ("language", "engine")
    search_fields = ("title", "key")


@admin.register(rows.Outlet)
class _Outlets(_LookedAt):
    list_display = ("id", "name", "domain", "known_as")
    search_fields = ("name", "domain")


@admin.register(rows.Page)
class _Pages(_LookedAt):
    list_display = ("id", "address", "fetched", "kept_file")
    search_fields = ("address",)


@admin.register(rows.Feed)
class _Feeds(_LookedAt):
    list_display = ("url", "title", "next_poll", "failures", "last_error")


@admin.register(rows.Failure)
class _Failures(_LookedAt):
    list_display = ("source", "reason", "last", "tries", "resolved")


@admin.register(rows.Tombstone)
class _Tombstones(_LookedAt):
    list_display = ("digest", "at", "because")
