"""Ports for servers that tests start."""

import socket


def free_port():
    """One that nobody listens at, at least just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
