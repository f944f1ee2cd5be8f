"""Which address shows what.  Pages stand under a language (`/ar/…`); each part of the site brings its own list."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from riwayat.following import urls as following
from riwayat.site.views import (
    actor,
    chronicle,
    correct_event,
    correct_happening,
    correct_name,
    correct_report,
    corrections,
    happening,
    maps,
    outlet,
    place,
    report,
)

_READING = [
    path("", chronicle.chronicle, name="chronicle"),
    path("points.json", maps.points, name="points"),
    path("happening/<str:identifier>", happening.happening, name="happening"),
    path("report/<str:key>", report.report, name="report"),
    path("actor/<path:key>", actor.actor, name="actor"),
    path("outlet/<int:number>", outlet.outlet, name="outlet"),
    path("narrator/<path:key>", outlet.narrator, name="narrator"),
    path("place/<path:name>", place.place, name="place"),
]
_CURATORS = [
    path("sign-in", LoginView.as_view(template_name="site/sign_in.html"), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("corrections", corrections.corrections, name="corrections"),
    path("corrections/<int:number>/undo", corrections.undo, name="undo"),
    path("correct/happening/<str:identifier>", correct_happening.happening, name="correct-happening"),
    path("correct/event/<path:key>", correct_event.event, name="correct-event"),
    path("correct/report/<str:key>", correct_report.report, name="correct-report"),
    path("correct/chain/<str:key>/<int:start>", correct_report.chain, name="correct-chain"),
    path("correct/name", correct_name.name, name="correct-name"),
]

urlpatterns = [
    path("outlines.json", maps.outlines, name="outlines"),
    path("api/", include("riwayat.site.api.urls")),
    path("admin/", admin.site.urls),
    *following.standing,
    *i18n_patterns(*_READING, *_CURATORS, *following.pages),
]
handler404 = "riwayat.site.views.missing.missing"
handler500 = "riwayat.site.views.missing.broken"
