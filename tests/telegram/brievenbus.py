"""A mail server on loopback that keeps what it gets; just enough SMTP for `smtplib`."""

import asyncio
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Self


@dataclass
class Brievenbus:
    """`async with Brievenbus() as bus:` listens at `bus.url`; `bus.brieven` has what came."""

    brieven: list[EmailMessage] = field(default_factory=list)
    weiger: bool = False  # refuses the address, for good
    url: str = ""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._klant, "127.0.0.1", 0)
        self.url = f"smtp://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _klant(self, lees: asyncio.StreamReader, schrijf: asyncio.StreamWriter) -> None:
        schrijf.write(b"220 brievenbus\r\n")
        while regel := (await lees.readline()).upper():
            if regel.startswith(b"DATA"):
                schrijf.write(b"354 go on\r\n")
                self._bewaar(await lees.readuntil(b"\r\n.\r\n"))
            if regel.startswith(b"RCPT") and self.weiger:
                schrijf.write(b"550 no such mailbox\r\n")
                continue
            schrijf.write(b"221 bye\r\n" if regel.startswith(b"QUIT") else b"250 brievenbus\r\n")
            if regel.startswith(b"QUIT"):
                break
        schrijf.close()

    def _bewaar(self, ruw: bytes) -> None:
        brief = message_from_bytes(ruw.removesuffix(b".\r\n"), policy=policy.default)
        assert isinstance(brief, EmailMessage)
        self.brieven.append(brief)
