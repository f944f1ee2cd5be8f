"""The settings of what is served: those of the store and of following, and what pages need.

`RIWAYAT_HOSTS` names the hosts that the site answers to, with commas between (loopback without it);
`RIWAYAT_HTTPS=1` says that it stands behind HTTPS, `RIWAYAT_SECRET` gives the secret that signs,
`RIWAYAT_TILES` an address of map tiles (`https://tiles.example/{z}/{x}/{y}.png`; none without it), and
`RIWAYAT_TILES_CREDIT` whom the map thanks for them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from riwayat import site
from riwayat.following.settings import (
    RIWAYAT_ADDRESS,
    RIWAYAT_DKIM_KEY,
    RIWAYAT_DKIM_SELECTOR,
    RIWAYAT_MAIL_FROM,
    RIWAYAT_SMTP,
    SECRET_KEY_FALLBACKS,
)
from riwayat.site.cache import cache_folder
from riwayat.site.secret import secret
from riwayat.store.settings import DATABASES, DEFAULT_AUTO_FIELD, TIME_ZONE, USE_TZ

__all__ = [
    "DATABASES",
    "DEFAULT_AUTO_FIELD",
    "RIWAYAT_ADDRESS",
    "RIWAYAT_DKIM_KEY",
    "RIWAYAT_DKIM_SELECTOR",
    "RIWAYAT_MAIL_FROM",
    "RIWAYAT_SMTP",
    "SECRET_KEY_FALLBACKS",
    "TIME_ZONE",
    "USE_TZ",
]

_SITE: Final = Path(site.__file__).parent
_HTTPS: Final = os.environ.get("RIWAYAT_HTTPS") == "1"

DEBUG = False
SECRET_KEY = secret()
ALLOWED_HOSTS = [host for host in os.environ.get("RIWAYAT_HOSTS", "").split(",") if host] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if _HTTPS else []

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "js_lib_leaflet",
    "riwayat.store",
    "riwayat.site",
    "riwayat.following",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "riwayat.site.kept_pages.KeptPages",
    "django.middleware.gzip.GZipMiddleware",
    "riwayat.site.security.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "riwayat.web.urls"
WSGI_APPLICATION = "riwayat.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "riwayat.site.frame.frame",
                "riwayat.following.frame.follow",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "riwayat.site.templatetags.shown",
            ],
        },
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("id", _("Indonesian")), ("ar", _("Arabic"))]
LOCALE_PATHS = [_SITE / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = cache_folder() / "static"
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_MAX_AGE = 3600

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "chronicle"
LOGOUT_REDIRECT_URL = "chronicle"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _HTTPS
SECURE_REFERRER_POLICY = "strict-origin"
X_FRAME_OPTIONS = "DENY"

RIWAYAT_TILES = os.environ.get("RIWAYAT_TILES")
RIWAYAT_TILES_CREDIT = os.environ.get("RIWAYAT_TILES_CREDIT", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["errors"], "level": "INFO"}},
}
