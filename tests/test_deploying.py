"""The set-up of the page on deploying, carried out on a PostgreSQL server of its own.

What takes root or the network stays undone: packages, users, units, certificates. The rest is
run as it stands, in the page's environment, and gunicorn asked what a proxy would ask it.
"""

import http.client
import re
import shutil
import socket
import subprocess
import time
from configparser import ConfigParser
from http.cookies import SimpleCookie
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.documents import ROOT, blocks, copy_project, environment, lines, read
from tests.ports import free_port
from tests.test_postgresql import SPEED, missing, one_at_a_time

PAGE = read("deploying.md")
HOST = "talks.example.org"
SITE, BACKUPS, BIND = "/srv/talks/site", "/var/backups/talks", "127.0.0.1:8001"
ENV = "/etc/talks.env"
SAFE = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; object-src 'none';"
    " form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def the_block(language):
    (block,) = blocks(PAGE, language)
    return block


def page_environment():
    """What stands in the environment file before a command adds the secret."""
    return dict(line.split("=", 1) for line in the_block("dotenv").splitlines())


def unit():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(the_block("ini"))
    return parser


# What the page says agrees with the settings and with itself


def test_variables_are_those_the_settings_read():
    text = (ROOT / "notes" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'(?:env_\w+|environ\.get)\(\s*"([A-Z_]+)"', text))

    assert set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE)) == names
    assert set(page_environment()) < names


def test_unit_starts_gunicorn_in_the_site_as_its_user():
    service = unit()["Service"]

    assert (service["User"], service["WorkingDirectory"]) == ("talks", SITE)
    assert service["EnvironmentFile"] == "/etc/talks.env"
    assert service["ExecStart"].startswith(f"{SITE}/.venv/bin/gunicorn notes.wsgi --bind {BIND} ")
    assert page_environment()["DATABASE_URL"] == f"postgres:///{service['User']}"


def test_caddy_passes_on_to_gunicorn():
    assert the_block("caddyfile").split() == [HOST, "{", "reverse_proxy", BIND, "}"]


def test_nginx_passes_on_what_the_settings_look_for():
    config = the_block("nginx")
    headers = dict(re.findall(r"proxy_set_header (\S+) (\S+);", config))
    limit = int(re.search(r"client_max_body_size (\d+)m;", config)[1]) * 1024 * 1024

    assert config.count("{") == config.count("}")
    assert re.findall(r"proxy_pass http://(\S+);", config) == [BIND]
    assert set(re.findall(r"server_name (\S+);", config)) == {page_environment()["ALLOWED_HOSTS"]}
    assert headers == {
        "Host": "$host",
        "X-Forwarded-Proto": "$scheme",
        "X-Forwarded-For": "$remote_addr",
    }
    assert limit > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_nginx_takes_the_configuration(tmp_path):
    if not shutil.which("nginx"):
        pytest.skip("nginx is not here: apt install nginx-light")
    certificate = "openssl req -x509 -nodes -newkey rsa:2048 -keyout privkey.pem -out fullchain.pem"
    subprocess.run(
        [*certificate.split(), "-subj", f"/CN={HOST}"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    ports = {"listen 80;": f"listen {free_port()};", "listen 443": f"listen {free_port()}"}
    places = {f"/etc/letsencrypt/live/{HOST}": tmp_path}
    config = in_places(the_block("nginx"), ports | places)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {temporary} {config} }}"
    )

    done = subprocess.run(
        ["nginx", "-t", "-q", "-p", tmp_path, "-c", tmp_path / "nginx.conf"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


# Carried out


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The log of a site set up as the page says, whose gunicorn runs while it is asked."""
    if not shutil.which("pg_virtualenv"):
        missing("PostgreSQL is not here: apt install postgresql")
    folder = tmp_path_factory.mktemp("srv")
    places = {SITE: copy_project(folder), BACKUPS: folder / "backups", ENV: folder / "talks.env"}
    (folder / "backups").mkdir()
    (folder / "talks.env").write_text(the_block("dotenv"))
    bind, log = f"127.0.0.1:{free_port()}", folder / "log"
    (folder / "set-up.sh").write_text(in_places("\n".join(set_up()), places | {BIND: bind}))
    with one_at_a_time(), open(log, "w") as out:
        running = subprocess.Popen(
            ["pg_virtualenv", *SPEED, "bash", "-eu", folder / "set-up.sh"],
            cwd=folder / "site",
            env=environment(folder),
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
        )
        wait_for(bind, running, log)
        yield SimpleNamespace(bind=bind, log=log, folder=folder)
        running.communicate()


def set_up():
    """What root and the site's user do, in the order of the page, then gunicorn until told."""
    root = [line.removeprefix("sudo -u postgres ") for line in lines(PAGE, "sh-root")]
    yield from (line for line in root if line.startswith(("createuser", "createdb", "echo")))
    # Where the page has the server know the user by name, pg_virtualenv has passwords.
    yield "psql -qc \"ALTER ROLE talks PASSWORD 'talks'\""
    yield "export PGUSER=talks PGPASSWORD=talks"
    yield f"set -a && . {ENV} && set +a"
    yield from lines(PAGE, "sh-site")
    yield f"{unit()['Service']['ExecStart']} &"
    yield "read -r || kill %1; wait"


def in_places(text, places):
    for place, here in places.items():
        text = text.replace(place, str(here))
    return text


def wait_for(bind, running, log):
    for _ in range(600):
        assert running.poll() is None, log.read_text()
        try:
            socket.create_connection(bind.split(":")).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"the site did not start in two minutes\n{log.read_text()}")


def ask(server, path, *, proto="https", host=HOST, data=None, **headers):
    """What a proxy in front of the site gets for a reader; data are posted."""
    told = {"Host": host, "X-Forwarded-Proto": proto, "X-Forwarded-For": "192.0.2.1"}
    connection = http.client.HTTPConnection(server.bind)
    if data:
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request(
        "POST" if data else "GET", path, urlencode(data) if data else None, told | headers
    )
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def test_https_is_answered_with_safe_headers(server):
    answer = ask(server, "/")

    assert answer.status == 200
    assert {name: answer.headers[name] for name in SAFE} == SAFE


def test_http_is_sent_on_to_https(server):
    answer = ask(server, "/talks/", proto="http")

    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/talks/")


def test_other_host_is_refused(server):
    assert ask(server, "/", host="elsewhere.example.org").status == 400


def test_styles_are_kept_for_good(server):
    (address,) = re.findall(r'href="(/static/conferences/site\.\w+\.css)"', ask(server, "/").text)

    answer = ask(server, address)

    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_sample_posts_are_there_after_backup_and_upgrade(server):
    found = ask(server, "/search/?q=latency")

    assert ask(server, "/conferences/gophercon-2015/").status == 200
    assert re.search(r"/talks/go-gc-solving-the-latency-problem[\w-]*/", found.text)


def test_backup_holds_every_post(server):
    exported = server.folder / "backups" / "files" / "posts"
    posts = [path for path in (ROOT / "fixtures/recaps").iterdir() if path.suffix != ".json"]

    assert {path.read_bytes() for path in exported.iterdir()} == {p.read_bytes() for p in posts}


def test_editor_logs_in(server):
    password = re.search(r"Account:  ann\nPassword: (\w+)\n", server.log.read_text())[1]
    form = ask(server, "/admin/login/")
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)
    cookie = SimpleCookie(form.headers["Set-Cookie"])["csrftoken"]
    assert cookie["secure"]

    answer = ask(
        server,
        "/admin/login/?next=/admin/",
        data={"csrfmiddlewaretoken": token, "username": "ann", "password": password},
        Referer=f"https://{HOST}/admin/login/",
        Cookie=f"csrftoken={cookie.value}",
    )

    assert (answer.status, answer.headers["Location"]) == (302, "/admin/")


def test_log_complains_of_nothing(server):
    ask(server, "/", host="elsewhere.example.org")

    log = server.log.read_text()

    assert re.findall(r".*(?:Traceback|\[(?:WARNING|ERROR)|warning: |error: ).*", log) == []
