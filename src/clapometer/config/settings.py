"""Django's settings, derived from the site's own few (see options.py)."""

from urllib.parse import urlsplit

import dj_database_url

from .folder import DATABASE_NAME, read_secret
from .options import data_folder, read_options

DATA = data_folder()
SITE = read_options(DATA)
_address = urlsplit(SITE["address"])

SECRET_KEY = read_secret(DATA)
DEBUG = False
ALLOWED_HOSTS = sorted({_address.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [f"{_address.scheme}://{_address.netloc}"]
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if _address.scheme == "https" else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _address.scheme == "https"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "clapometer.ledger",
    "clapometer.catalogue",
    "clapometer.reviews",
    "clapometer.desk",
    "clapometer.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "clapometer.site.middleware.page_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "clapometer.config.urls"
WSGI_APPLICATION = "clapometer.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["clapometer.site.context.site"]},
    }
]

# Readers and writers share one file without waiting for each other (WAL); a transaction takes the
# write lock at its start (IMMEDIATE), because one that upgrades later fails at once with
# "database is locked" whatever the timeout.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
    " PRAGMA wal_autocheckpoint=20000; PRAGMA temp_store=MEMORY;",
}
if SITE["database_url"]:
    _database = dict(dj_database_url.parse(SITE["database_url"], conn_max_age=None))
else:
    _database = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / DATABASE_NAME,
        "OPTIONS": _SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,
        # Tests of several processes need a file; a memory database belongs to one.
        "TEST": {"NAME": DATA / "test.sqlite3"},
    }
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = SITE["language"]
# Pages are offered in the languages they are written in; Django alone speaks many more.
LANGUAGES = sorted({("en", "English"), (LANGUAGE_CODE, LANGUAGE_CODE)} - {("en", "en")})
USE_I18N = True
USE_TZ = True
TIME_ZONE = SITE["time_zone"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
