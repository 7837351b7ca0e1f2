"""A free port on loopback."""

import socket


def vrije_poort() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])
