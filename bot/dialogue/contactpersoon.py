"""The contactpersoon's chat: the inbox, the case card, a status back. No form: a word or a tap is enough."""

from collections.abc import Callable

from bot.dialogue.contactkeuze import KIES, WIE, gekozen_actie, lees_reden
from bot.domein.bericht import Bericht, Knopdruk
from bot.domein.casuscode import vind_code
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus
from bot.services.afwezigheid import meld_aanwezig, meld_afwezig
from bot.services.doorzetten import DOOR, vraag_doorzetten, vraag_wie, zet_door
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
from bot.services.teruggave import TERUG, geef_terug, vraag_reden
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
    soort, _, waarde = (wat.split()[-1] if wat else "").partition(":")
    doe = _TIKKEN.get(soort)
    if doe is None:
        raise DomeinFout("fout/knop_onbekend")
    return [doe(omg, code, waarde)]


def _tik_status(omg: Omgeving, code: str, waarde: str) -> Bericht:
    if waarde not in tuple(CasusStatus):
        raise DomeinFout("fout/knop_onbekend")
    status = CasusStatus(waarde)
    return vraag_zeker_intrekken(omg, code) if status is CasusStatus.INGETROKKEN else _meld(omg, code, status)


def _meld(omg: Omgeving, code: str, status: CasusStatus, *, reden: str | None = None) -> Bericht:
    """A status; two of them ask something first, unless the reason was said with it."""
    if status is CasusStatus.TERUGGEGEVEN:
        return geef_terug(omg, code, reden) if reden else vraag_reden(omg, code)
    return vraag_doorzetten(omg, code) if status is CasusStatus.DOORGEZET else meld_status(omg, code, status)


_TIKKEN: dict[str, Callable[[Omgeving, str, str], Bericht]] = {
    "open": lambda omg, code, _: open_kaart(omg, code),
    "status": _tik_status,
    INTREKKEN_ZEKER: lambda omg, code, _: meld_status(omg, code, CasusStatus.INGETROKKEN),
    INTREKKEN_NIET: lambda omg, code, _: laat_staan(omg, code),
    TERUG: geef_terug,
    DOOR: zet_door,
    WIE: lambda omg, code, _: vraag_wie(omg, code),
    KIES: lambda omg, code, _: vraag_reden(omg, code, naam="contactpersoon/kies_reden"),
}


def _zeg(omg: Omgeving, begrip: Begrip, *, keuze: Keuze | None) -> list[Bericht]:
    actie = gekozen_actie(omg, begrip, keuze) if keuze else None
    berichten = _tik(omg, actie) if actie else _antwoord(omg, begrip)
    soorten = list(dict.fromkeys(soort for soort, *_ in begrip.gevonden))
    if not soorten:
        return berichten
    lijst = opsomming([omg.teksten.label("soort", soort) for soort in soorten])
    tekst = omg.teksten.vul("gate/weggelaten_contactpersoon", soorten=lijst)
    return [Bericht(naam="gate/weggelaten_contactpersoon", tekst=tekst), *berichten]


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
    return [_meld(omg, code, CasusStatus(status), reden=lees_reden(begrip.schoon))]


def _meld_aanwezigheid(omg: Omgeving, aanwezigheid: str) -> Bericht:
    gemeente, contactpersoon = omg.protocol.gemeente, omg.gebruiker.contactpersoon or ""
    if aanwezigheid == "afwezig":
        meld_afwezig(omg.session, gemeente, contactpersoon, nu=omg.klok.nu())
    else:
        meld_aanwezig(omg.session, gemeente, contactpersoon)
    naam = f"contactpersoon/{aanwezigheid}"
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam))
