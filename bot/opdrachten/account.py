"""`wijkbrug account`: who may use Wijkbrug in Telegram: invite, list, revoke."""

import asyncio
from pathlib import Path

import segno
from rich.console import Console
from telegram.error import TelegramError

from bot.bootstrap import bouw_huis
from bot.channel.meldingen import Meldingen
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import Rol
from bot.domein.protocol import Protocol
from bot.opdrachten.scherm import lijst_met_id
from bot.services.aanmelding import accounts, nodig_uit, trek_account_in
from bot.services.omgeving import Gebruiker
from bot.settings import Instellingen

PLAATJES = (".png", ".svg")


def nodig(
    instellingen: Instellingen,
    *,
    rol: Rol,
    code: str,
    naam: str | None,
    account: str | None,
    gemeente: str | None,
    qr: Path | None,
) -> int:
    """Makes an invitation and prints the link; with `qr` also as a picture (PNG or SVG).

    Raises:
        DomeinFout: The practice or contactpersoon does not exist, the account was revoked or is another one's, or the
            picture cannot be written.
    """
    huis = bouw_huis(instellingen)
    protocol = huis.protocollen.van(gemeente or instellingen.gemeente)
    gebruiker, standaardnaam = _wie(protocol, rol, code, account=account)
    bot, teksten = asyncio.run(_botnaam(instellingen)), huis.teksten
    with huis.sessie() as session:
        uitnodiging = nodig_uit(session, gebruiker, naam=naam or standaardnaam, ids=huis.ids, nu=huis.klok.nu())
        link = f"https://t.me/{bot}?start={uitnodiging.code}"
        plaatje = segno.make(link, error="m")
        if qr is not None:
            _bewaar(plaatje, qr)  # when that fails there is no invitation either
    console = Console()
    if qr is not None:
        console.print(teksten.vul("account/qr", bestand=qr))
    elif console.is_terminal:
        plaatje.terminal(compact=True)
    print(link)
    geldig = f"{uitnodiging.verloopt_op:%d-%m-%Y}"
    console.print(teksten.vul("account/uitgenodigd", account=uitnodiging.account_id, geldig=geldig))
    return 0


def _bewaar(plaatje: segno.QRCode, bestand: Path) -> None:
    if bestand.suffix.lower() not in PLAATJES:
        raise DomeinFout("fout/qr_soort", bestand=bestand)
    try:
        plaatje.save(str(bestand), scale=8, border=4)
    except OSError:
        raise DomeinFout("fout/qr_bestand", bestand=bestand) from None


def lijst(instellingen: Instellingen, *, gemeente: str | None) -> int:
    """Prints the accounts of a gemeente."""
    huis = bouw_huis(instellingen)
    koppen = ("account", "rol", "waar", "naam", "stand")
    tabel = lijst_met_id(huis.teksten.vul(f"account/kop/{kop}") for kop in koppen)
    with huis.sessie() as session:
        for rij, is_gekoppeld in accounts(session, gemeente=gemeente or instellingen.gemeente):
            stand = "ingetrokken" if rij.ingetrokken_op else "aangemeld" if is_gekoppeld else "uitgenodigd"
            waar = rij.praktijk or rij.contactpersoon or rij.gemeente
            tabel.add_row(rij.id, rij.rol, waar, rij.naam, huis.teksten.vul(f"account/stand/{stand}"))
    Console().print(tabel)
    return 0


def trek_in(instellingen: Instellingen, *, account: str) -> int:
    """Revokes an account; what waited for its chat is dropped, and case cards disappear from it.

    Raises:
        DomeinFout: There is no such account.
    """
    huis = bouw_huis(instellingen)
    with huis.sessie() as session:
        trek_account_in(session, account, nu=huis.klok.nu())
        Meldingen(huis, met_email=instellingen.smtp is not None).sluit_buiten(session, account)
    print(huis.teksten.vul("account/ingetrokken", account=account))
    return 0


def _wie(protocol: Protocol, rol: Rol, code: str, *, account: str | None) -> tuple[Gebruiker, str]:
    """The account to make or to invite again; its id is made up when there can be more of them."""
    if rol is Rol.ASSISTENT:
        bekend = {p.code: p.naam for p in protocol.praktijken}
    elif rol is Rol.CONTACTPERSOON:
        bekend = {p.code: p.naam for p in protocol.contactpersonen}
    else:
        bekend = {protocol.gemeente: protocol.naam}
        code = code or protocol.gemeente
    if code not in bekend:
        raise DomeinFout("fout/account_code", code=code or "–", keuze=", ".join(bekend))
    return (
        Gebruiker(
            account or "",
            rol,
            protocol.gemeente,
            praktijk=code if rol is Rol.ASSISTENT else None,
            contactpersoon=code if rol is Rol.CONTACTPERSOON else None,
        ),
        bekend[code],
    )


async def _botnaam(instellingen: Instellingen) -> str:
    """The bot's user name, from the settings or from Telegram itself.

    Raises:
        DomeinFout: It cannot be found out now.
    """
    if instellingen.telegram_botnaam:
        return instellingen.telegram_botnaam
    from bot.bootstrap_kanaal import maak_bot

    try:
        async with maak_bot(instellingen) as bot:
            return str(bot.username)
    except TelegramError:
        raise DomeinFout("fout/botnaam") from None
