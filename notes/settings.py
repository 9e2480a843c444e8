"""All settings, from the environment.

Without any, a clone runs on SQLite for this machine alone. `ALLOWED_HOSTS` makes it a site
for others: then SECRET_KEY must be given and everything goes over HTTPS.
"""

import os
import re
from pathlib import Path
from secrets import token_urlsafe

import dj_database_url
import django
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def env_list(name, *, form, example):
    """The parts between commas, each of the given form."""
    parts = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    for part in parts:
        if not re.fullmatch(form, part):
            raise ImproperlyConfigured(f"{name}: {part!r} must look like {example}")
    return parts


def env_bool(name, default):
    value = os.environ.get(name, "")
    known = {"": default, "1": True, "true": True, "0": False, "false": False}
    if value.lower() not in known:
        raise ImproperlyConfigured(f"{name}={value!r} must be one of: 1, true, 0, false")
    return known[value.lower()]


def env_secret_key(*, is_local):
    """SECRET_KEY; for a clone on one machine a random one, kept in a file git ignores."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not is_local:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set, but ALLOWED_HOSTS is: set it to 50 random characters"
        )
    path = BASE_DIR / "secret_key.txt"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


def env_database(name, default=None):
    url = os.environ.get(name) or default
    try:
        if not re.match(r"(?:postgres|postgresql|sqlite)://", url):
            raise ValueError("unknown kind of database")
        database = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except ValueError as error:
        # Without the address, which holds a password.
        raise ImproperlyConfigured(
            f"{name} must look like postgres://user:password@host/name: {error}"
        ) from error
    if database["ENGINE"].endswith("sqlite3"):
        # A transaction that will write waits for the write lock instead of failing half-way.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return database


# Where it runs

ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", form=r"[\w.*:\[\]-]+", example="notes.example.org")
IS_LOCAL = not ALLOWED_HOSTS
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
DEBUG = env_bool("DEBUG", default=False)
SECRET_KEY = env_secret_key(is_local=IS_LOCAL)
CSRF_TRUSTED_ORIGINS = env_list(
    "CSRF_TRUSTED_ORIGINS", form=r"https?://[^/]+", example="https://notes.example.org"
)

DATABASES = {"default": env_database("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}

# What it consists of

INSTALLED_APPS = [
    "conferences.apps.ConferencesConfig",
    "taggit",
    "simple_history",
    "conferences.apps.NotesAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

# Django 6 brings the middleware that reads SECURE_CSP; ours goes when 5.2 does.
CSP_MIDDLEWARE = (
    "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if django.VERSION >= (6, 0)
    else "conferences.middleware.ContentSecurityPolicyMiddleware"
)

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    CSP_MIDDLEWARE,
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "notes.urls"
WSGI_APPLICATION = "notes.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
TAGGIT_CASE_INSENSITIVE = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
# On one's own machine files are served from where they lie; a site runs collectstatic.
STATIC_ROOT = None if IS_LOCAL else BASE_DIR / "staticfiles"
WHITENOISE_USE_FINDERS = IS_LOCAL
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if IS_LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# What browsers are told

SECURE_CSP = {
    "default-src": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not IS_LOCAL
SECURE_HSTS_SECONDS = 0 if IS_LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not IS_LOCAL
if env_bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What is taken in and told

# Posts come back with their plan as fields of a form: conferences/admin/uploads.py has the limits.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 300
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "stderr": {"class": "logging.StreamHandler"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A site is asked for other hosts all day, and nothing is wrong with it.
    "loggers": {"django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False}},
}
