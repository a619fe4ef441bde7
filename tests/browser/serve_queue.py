"""A site with a made-up evening's films, and a made-up host with twenty reviews of them, both on
loopback: `serve_queue.py FOLDER`.

It prints the address of the site, the session of an editor, and the links, parted by blanks.
"""

from __future__ import annotations

import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from wsgiref.simple_server import make_server

HOST = "reviews.test"


def reviews_served() -> tuple[int, list[str]]:
    """Serve the twenty pages; return the port and the links."""
    from tests.browser.reviewpages import pages

    found: dict[str, str] = {}

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = found.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    found |= pages(lambda path: f"http://{HOST}:{port}{path}")
    return port, [f"http://{HOST}:{port}{path}" for path in found]


def may_reach(port: int) -> None:
    """Let the intake of this process reach the made-up host, and nothing else of this machine."""
    from clapometer.desk.intake import taking
    from clapometer.fetching.client import Client
    from clapometer.fetching.pacing import Pacer

    client = Client(
        "test", permit={("127.0.0.1", port)}, resolver=lambda _host, _port: ["127.0.0.1"],
        pacer=Pacer({}),
    )  # fmt: skip
    taking.polite_client = lambda: client  # type: ignore[assignment]


def add_films() -> None:
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing
    from tests.browser.reviewpages import FILMS

    with writing("member:0") as writer:
        writer.append([work_added(kind="film", title=title, year=year) for title, year in FILMS])


def main(folder: Path) -> None:
    os.environ["CLAPOMETER_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    (folder / "static").mkdir(parents=True)
    import django

    django.setup()
    from django.core.management import call_command

    from clapometer.config.wsgi import application
    from tests.browser.serve_festival import Quiet, Server, editor_s_session

    call_command("migrate", verbosity=0)
    add_films()
    port, links = reviews_served()
    may_reach(port)
    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n{editor_s_session()}\n")
    sys.stdout.write(f"{' '.join(links)}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
