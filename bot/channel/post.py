"""Content-free e-mail, for a contactpersoon whom Telegram does not reach; without a server nothing is mailed."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from typing import Any
from urllib.parse import unquote, urlsplit

WACHT_SECONDEN = 20
DEFINITIEF = 500  # https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1: 4yz may succeed later, 5yz will not


class PostError(Exception):
    """The mail server refuses this message for good."""


class Post:
    """A mail server: `smtp://host:25`, `smtps://user:password@host:465`, or `smtp+starttls://user:password@host:587`."""

    def __init__(self, url: str, *, afzender: str) -> None:
        self._deel, self._afzender = urlsplit(url), afzender

    async def verstuur(self, inhoud: dict[str, Any]) -> None:
        """Sends one message (`aan`, `onderwerp`, `tekst`).

        Raises:
            PostError: The server refuses it for good: no such mailbox, a wrong password.
            OSError: The server cannot be reached, or refuses it for now; `smtplib.SMTPException` is one.
        """
        bericht = EmailMessage()
        bericht["From"], bericht["To"], bericht["Subject"] = self._afzender, inhoud["aan"], inhoud["onderwerp"]
        bericht.set_content(inhoud["tekst"])
        try:
            await asyncio.to_thread(self._verstuur, bericht)
        except smtplib.SMTPRecipientsRefused as fout:
            if all(code >= DEFINITIEF for code, _ in fout.recipients.values()):
                raise PostError from None  # the error names the address
            raise
        except smtplib.SMTPResponseException as fout:
            if fout.smtp_code >= DEFINITIEF:
                raise PostError from None
            raise

    def _verstuur(self, bericht: EmailMessage) -> None:
        deel, veilig = self._deel, ssl.create_default_context()
        host, is_tls = deel.hostname or "", deel.scheme == "smtps"
        if is_tls:
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, deel.port or 465, timeout=WACHT_SECONDEN, context=veilig)
        else:
            server = smtplib.SMTP(host, deel.port or 25, timeout=WACHT_SECONDEN)
        with server:
            if deel.scheme == "smtp+starttls":
                server.starttls(context=veilig)
            if deel.username:
                server.login(unquote(deel.username), unquote(deel.password or ""))
            server.send_message(bericht)
