"""Django's settings, derived from the site's own few (see options.py)."""

from urllib.parse import urlsplit

import dj_database_url

from .folder import DATABASE_NAME, read_secret
from .mail import sending
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
# Under https the browser itself sees to it that no other host can set these cookies.
_prefix = "__Host-" if SESSION_COOKIE_SECURE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_prefix}clapometer_session", f"{_prefix}clapometer_csrf"
SESSION_COOKIE_HTTPONLY, SESSION_COOKIE_SAMESITE, CSRF_COOKIE_SAMESITE = True, "Lax", "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_FAILURE_VIEW = "clapometer.site.views.refusals.unproved"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "clapometer.accounts",
    "clapometer.ledger",
    "clapometer.facts",
    "clapometer.catalogue",
    "clapometer.reviews",
    "clapometer.signals",
    "clapometer.stories",
    "clapometer.alerts",
    "clapometer.desk",
    "clapometer.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Pages are a tenth as long compressed. What is secret in one, a CSRF token, is masked anew in
    # each answer, so that its length tells nothing.
    "django.middleware.gzip.GZipMiddleware",
    "clapometer.site.middleware.page_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clapometer.accounts.gate.gate",
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
# Limits on attempts are counted here, because they have to hold for all processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempt",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["clapometer.accounts.backend.SessionBackend"]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "home", "home"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
ACCOUNT_ADAPTER = "clapometer.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS = {"email"}, ["email*"]
ACCOUNT_EMAIL_VERIFICATION, ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = "none", False
ACCOUNT_LOGIN_BY_CODE_ENABLED, ACCOUNT_LOGIN_BY_CODE_TIMEOUT = True, 15 * 60
ACCOUNT_SESSION_REMEMBER = True
# The last of these is also the most mails that a stranger can have sent to a member in an hour.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,12/h/key"}
MFA_ADAPTER = "clapometer.accounts.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES, MFA_PASSKEY_LOGIN_ENABLED = ["webauthn"], True
# Under https a web server stands in front, and it says for whom it asks.
ALLAUTH_TRUSTED_PROXY_COUNT = int(SESSION_COOKIE_SECURE)
_mail = sending(SITE["mail"], _address.hostname or "localhost")
if _mail:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = _mail.host, _mail.port, 20
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = _mail.tls == "whole", _mail.tls == "started"
    DEFAULT_FROM_EMAIL = _mail.sender
else:
    EMAIL_BACKEND = "clapometer.accounts.post.TerminalBackend"

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
