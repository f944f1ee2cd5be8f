"""What curators said: who, when, why; each with the way to take it back."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from riwayat.errors import RiwayatError
from riwayat.site.curating import form
from riwayat.store.batch import now
from riwayat.store.corrections import rows_listed, told
from riwayat.store.deriving import derive
from riwayat.store.undoing import undo as take_back

__all__ = ["corrections", "undo"]

_PER_PAGE: Final = 50


@form
def corrections(request: HttpRequest) -> HttpResponse:
    """All corrections, the latest first."""
    page = Paginator(rows_listed(), _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/corrections.html", {"page": page, "corrections": told(list(page))})


@form
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Takes one back, with all that was said in the same go."""
    if request.method == "POST":
        try:
            undone = take_back(number, now=now(), who=request.user.get_username())
        except RiwayatError as error:
            messages.error(request, str(error))
        else:
            derive()
            messages.success(request, gettext("Correction %(number)s is undone.") % {"number": number})
            if undone.to_add_again:
                messages.warning(
                    request, gettext("The report is not back: it may be added again now, and must be.")
                )
    return redirect("corrections")
