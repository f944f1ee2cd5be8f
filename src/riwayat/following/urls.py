"""The addresses of following: pages and feeds stand under a language, the one that ends a subscription does not.

It is in mails that were sent long ago, and programs post to it, which follow no redirects.
"""

from __future__ import annotations

from django.urls import path

from riwayat.following import views

__all__ = ["pages", "standing"]

pages = [
    path("follow", views.follow, name="follow"),
    path("confirm/<str:token>", views.confirm, name="confirm"),
    path("feed.atom", views.atom, name="feed-atom"),
    path("feed.json", views.json, name="feed-json"),
]
standing = [path("stop/<str:token>", views.stop, name="stop")]
