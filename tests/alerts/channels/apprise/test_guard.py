"""The guard, in a process of its own, because Python never takes it away again."""

from __future__ import annotations

import socket
import subprocess
import sys

from clapometer.alerts.channels.apprise.guard import environment

START = """
import os, socket, subprocess, sys, tempfile
from clapometer.alerts.channels.apprise.guard import Guard, Refused
guard = Guard({("127.0.0.1", %d)})
folder = tempfile.mkdtemp()
guard.install()
for statement in sys.stdin.read().splitlines():
    try:
        exec(statement)
    except Refused:
        print("refused")
    else:
        print("done")
"""
FORBIDDEN = [
    "socket.create_connection(('127.0.0.1', 2), 1)",
    "socket.create_connection(('localhost', 2), 1)",
    "socket.create_connection(('10.0.0.1', 443), 1)",
    "socket.create_connection(('169.254.169.254', 80), 1)",
    "socket.create_connection(('1.1.1.1', 25), 1)",
    "socket.socket().connect(('localhost', 1))",
    "socket.socket(socket.AF_UNIX).connect(folder + '/made-up')",
    "socket.socket(socket.AF_INET6).connect(('::1', 443))",
    "socket.socket(socket.AF_INET6).connect(('::ffff:127.0.0.1', 443))",
    "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('10.0.0.1', 443))",
    "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('10.0.0.1', 443))",
    "subprocess.run(['true'])",
    "os.system('true')",
    "os.posix_spawn('/bin/true', ['true'], {})",
    "open(folder + '/new', 'w')",
    "os.open(folder + '/new', os.O_WRONLY | os.O_CREAT)",
    "os.remove(folder + '/made-up')",
]
ALLOWED = [
    "open(os.__file__).read(1)",
    "socket.getaddrinfo('127.0.0.1', 80)",
    "socket.socket().close()",
]


def ran(statements: list[str], port: int = 1) -> list[str]:
    done = subprocess.run([sys.executable, "-c", START % port], input="\n".join(statements),
                          capture_output=True, text=True, timeout=20)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_what_a_plugin_may_not_do_is_refused_before_it_happens():
    got = dict(zip(FORBIDDEN, ran(FORBIDDEN), strict=True))
    assert got == dict.fromkeys(FORBIDDEN, "refused")


def test_what_it_needs_it_may():
    assert ran(ALLOWED) == ["done"] * len(ALLOWED)


def test_one_port_of_one_address_is_permitted_to_tests():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert ran([f"socket.create_connection(('127.0.0.1', {port}), 1).close()"], port) == [
            "done"
        ]


def test_neither_proxies_nor_secrets_of_the_site_are_handed_on():
    given = {"PATH": "/bin", "HTTPS_PROXY": "http://10.0.0.1", "DATABASE_URL": "secret",
             "HOME": "/home/ed", "SSL_CERT_FILE": "/ca.pem"}  # fmt: skip
    assert environment(given) == {
        "PATH": "/bin", "SSL_CERT_FILE": "/ca.pem", "HOME": "/nonexistent",
    }  # fmt: skip
