"""A site of its own with the made-up festival, served on loopback: `serve_festival.py FOLDER`.

It runs as its own process, because a browser test and Django's database may not share a thread.
The first line it prints is the address.
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


def main(folder: Path) -> None:
    os.environ["CLAPOMETER_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    (folder / "static").mkdir(parents=True)
    import django

    django.setup()
    from django.core.management import call_command

    from clapometer.config.wsgi import application
    from tests.site.festival import crowd, tell

    call_command("migrate", verbosity=0)
    festival = tell()
    crowd(festival, festival.works["quiet"], 60)
    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
