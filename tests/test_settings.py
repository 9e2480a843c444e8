"""Every case in an interpreter of its own, as settings are read once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KEY = "k3y-" * 15 + "with-many-0ther-s1gns"
SITE = {"ALLOWED_HOSTS": "notes.example.org", "SECRET_KEY": KEY}


def run(*command, **environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def setting(expression, **environment):
    done = run("-c", f"from notes import settings; print({expression})", **environment)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_clone_runs_for_its_own_machine_alone():
    values = "settings.DEBUG, settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT"

    assert setting(values) == "False ['127.0.0.1', 'localhost', '[::1]'] False"


def test_clone_has_one_random_key():
    first, second = setting("settings.SECRET_KEY"), setting("settings.SECRET_KEY")

    assert first == second
    assert len(first) > 50


def test_site_needs_a_key():
    done = run("manage.py", "check", ALLOWED_HOSTS="notes.example.org")

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: SECRET_KEY is not set, but ALLOWED_HOSTS"
        " is: set it to 50 random characters"
    )


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("settings.ALLOWED_HOSTS", "['notes.example.org']"),
        ("settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE", "True True"),
        ("settings.DEBUG", "False"),
        ("settings.SECURE_HSTS_SECONDS", "31536000"),
        ("hasattr(settings, 'SECURE_PROXY_SSL_HEADER')", "False"),
    ],
)
def test_site_is_safe(expression, expected):
    assert setting(expression, **SITE) == expected


def test_site_passes_the_deployment_check():
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **SITE)

    assert (done.returncode, done.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


def test_deployment_check_does_find_something_on_a_clone():
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 1


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DEBUG", "yes", "DEBUG='yes' must be one of: 1, true, 0, false"),
        ("BEHIND_PROXY", "on", "BEHIND_PROXY='on' must be one of: 1, true, 0, false"),
        (
            "DATABASE_URL",
            "mongo://host/name",
            "DATABASE_URL must look like postgres://user:password@host/name:"
            " unknown kind of database",
        ),
        (
            "DATABASE_URL",
            "postgres://user@host:port/name",
            "DATABASE_URL must look like postgres://user:password@host/name:"
            " This string is not a valid url, possibly because some of its parts is not"
            " properly urllib.parse.quote()'ed.",
        ),
        (
            "CSRF_TRUSTED_ORIGINS",
            "https://a.example.org, b.example.org",
            "CSRF_TRUSTED_ORIGINS: 'b.example.org' must look like https://notes.example.org",
        ),
        (
            "ALLOWED_HOSTS",
            "https://a.example.org",
            "ALLOWED_HOSTS: 'https://a.example.org' must look like notes.example.org",
        ),
    ],
)
def test_wrong_value_stops_the_start(name, value, message):
    found = setting("'started'", **{"SECRET_KEY": KEY, name: value})

    assert found.removeprefix("django.core.exceptions.ImproperlyConfigured: ") == message


def test_password_of_the_database_is_not_told():
    found = setting("'started'", DATABASE_URL="nosuch://user:s3cret@host/name")

    assert "s3cret" not in found


@pytest.mark.parametrize(("value", "expected"), [("1", "True"), ("False", "False"), ("", "False")])
def test_truths_are_read(value, expected):
    assert setting("settings.DEBUG", DEBUG=value) == expected


def test_database_is_taken_from_its_address():
    found = setting(
        "settings.DATABASES['default']['ENGINE'], settings.DATABASES['default']['NAME']",
        DATABASE_URL="postgres://user:password@host/notes",
    )

    assert found == "django.db.backends.postgresql notes"


def test_proxy_is_believed_only_when_there_is_one():
    found = setting("settings.SECURE_PROXY_SSL_HEADER", BEHIND_PROXY="1", **SITE)

    assert found == "('HTTP_X_FORWARDED_PROTO', 'https')"


@pytest.mark.django_db
def test_every_answer_has_its_policy(client):
    for address in ("/admin/login/", "/admin/", "/nothing-here/"):
        headers = client.get(address).headers
        assert headers["Content-Security-Policy"] == (
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
            " frame-ancestors 'none'"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
