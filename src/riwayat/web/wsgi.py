"""The site for a WSGI server (`gunicorn riwayat.web.wsgi`); the store is opened, and brought up to date, first."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "riwayat.web.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from riwayat.store.setup import open_store

open_store()
application = get_wsgi_application()
_ = get_resolver().url_patterns  # all that pages are made with is loaded before the first reader comes
