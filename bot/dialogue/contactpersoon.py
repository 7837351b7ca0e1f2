"""The contactpersoon's chat: the inbox, the case card, a status back. No form: a word or a tap is enough."""

from bot.dialogue.janee import lees_ja_nee
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.casuscode import vind_code
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus
from bot.services.afwezigheid import meld_aanwezig, meld_afwezig
from bot.services.gesprek import Keuze, neem_keuze, onthoud_keuze
from bot.services.lus import (
    INTREKKEN_NIET,
    INTREKKEN_ZEKER,
    casussen_van,
    inbak,
    laat_staan,
    meld_status,
    open_kaart,
    vraag_zeker_intrekken,
)
from bot.services.omgeving import Omgeving
from bot.services.status import KLAAR
from bot.services.teksten import opsomming
from nlu.begrip import Begrip
from nlu.status import lees_aanwezigheid, lees_status


def reply_contactpersoon(omg: Omgeving, invoer: Begrip | Knopdruk, *, gesprek_id: str) -> list[Bericht]:
    """One turn of a contactpersoon; expected refusals are told."""
    keuze = neem_keuze(omg, gesprek_id)
    punt = omg.session.begin_nested()
    try:
        berichten = _tik(omg, invoer.actie) if isinstance(invoer, Knopdruk) else _zeg(omg, invoer, keuze=keuze)
        onthoud_keuze(omg, gesprek_id, berichten)
        punt.commit()
        return berichten
    except DomeinFout as fout:
        punt.rollback()
        return [Bericht(naam=fout.tekst, tekst=omg.teksten.vul(fout.tekst, **fout.variabelen))]


def _tik(omg: Omgeving, actie: str) -> list[Bericht]:
    code, _, wat = actie.replace("|", " ").partition(" ")
    doel = wat.split()[-1] if wat else ""
    if doel == "open":
        return [open_kaart(omg, code)]
    soort, _, waarde = doel.partition(":")
    if doel == f"status:{CasusStatus.INGETROKKEN}":
        return [vraag_zeker_intrekken(omg, code)]
    if doel == INTREKKEN_NIET:
        return [laat_staan(omg, code)]
    if doel == INTREKKEN_ZEKER:
        waarde, soort = CasusStatus.INGETROKKEN, "status"
    if soort != "status" or waarde not in tuple(CasusStatus):
        raise DomeinFout("fout/knop_onbekend")
    return [meld_status(omg, code, CasusStatus(waarde))]


def _zeg(omg: Omgeving, begrip: Begrip, *, keuze: Keuze | None) -> list[Bericht]:
    berichten = (_gekozen(omg, begrip, keuze) if keuze else None) or _antwoord(omg, begrip)
    soorten = list(dict.fromkeys(soort for soort, *_ in begrip.gevonden))
    if not soorten:
        return berichten
    lijst = opsomming([omg.teksten.label("soort", soort) for soort in soorten])
    tekst = omg.teksten.vul("gate/weggelaten_contactpersoon", soorten=lijst)
    return [Bericht(naam="gate/weggelaten_contactpersoon", tekst=tekst), *berichten]


def _gekozen(omg: Omgeving, begrip: Begrip, keuze: Keuze) -> list[Bericht] | None:
    """The typed answer to a choice that stands open, as its button would give it."""
    ja = lees_ja_nee(begrip)
    return None if ja is None else _tik(omg, f"{keuze.code}|-|{INTREKKEN_ZEKER if ja else INTREKKEN_NIET}")


def _antwoord(omg: Omgeving, begrip: Begrip) -> list[Bericht]:
    if aanwezigheid := lees_aanwezigheid(begrip.schoon):
        return [_meld_aanwezigheid(omg, aanwezigheid)]
    status = lees_status(begrip.schoon)
    code = vind_code(begrip.schoon)
    if status is None and code:
        return [open_kaart(omg, code)]
    if status is None and begrip.tussendoor == "help":
        return [Bericht(naam="contactpersoon/uitleg", tekst=omg.teksten.vul("contactpersoon/uitleg")), inbak(omg)]
    if status is None and begrip.tussendoor in ("status", "groet", "verder"):
        return [inbak(omg)]
    if status is None:
        return [
            Bericht(naam="contactpersoon/onbegrepen", tekst=omg.teksten.vul("contactpersoon/onbegrepen")),
            inbak(omg),
        ]
    if code is None:
        lopend = [c.code for c in casussen_van(omg) if c.status not in KLAAR]
        if len(lopend) != 1:
            return [Bericht(naam="contactpersoon/welke", tekst=omg.teksten.vul("contactpersoon/welke")), inbak(omg)]
        code = lopend[0]
    return [meld_status(omg, code, CasusStatus(status))]


def _meld_aanwezigheid(omg: Omgeving, aanwezigheid: str) -> Bericht:
    gemeente, contactpersoon = omg.protocol.gemeente, omg.gebruiker.contactpersoon or ""
    if aanwezigheid == "afwezig":
        meld_afwezig(omg.session, gemeente, contactpersoon, nu=omg.klok.nu())
    else:
        meld_aanwezig(omg.session, gemeente, contactpersoon)
    naam = f"contactpersoon/{aanwezigheid}"
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam))
