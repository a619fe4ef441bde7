"""A site of its own with the made-up festival, served on loopback: `serve_festival.py FOLDER`.

It runs as its own process, because a browser test and Django's database may not share a thread.
The first line it prints is the address, the second the session of a made-up editor.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


def editor_s_session() -> str:
    """The key of a session in which an editor is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from clapometer.accounts.models import Member

    person = Member.objects.create(email="ed@made-up.example", name="Ed Invented", role="editor")
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def main(folder: Path) -> None:
    os.environ["CLAPOMETER_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    (folder / "static").mkdir(parents=True)
    import django

    django.setup()
    from django.core.management import call_command

    from clapometer.config.wsgi import application
    from tests.site.described import describe
    from tests.site.festival import crowd, tell

    call_command("migrate", verbosity=0)
    festival = tell()
    crowd(festival, festival.works["quiet"], 60)
    describe()
    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n{editor_s_session()}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
