"""The questions in between: a good answer each, with what this gemeente has its own."""

from bot.domein.bericht import Bericht, Knop
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import CasusStatus, VraagId
from bot.services.beheermeldingen import KLOPT_NIET, meld_klopt_niet
from bot.services.casus import dossier_van, recente_casussen
from bot.services.omgeving import Omgeving
from bot.services.teksten import Teksten
from bot.services.voorstellen import kandidaten_van, waarom_niet
from bot.storage.tabellen import CasusRow


def beantwoord_tussenvraag(omg: Omgeving, casus: CasusRow | None, id_: str) -> Bericht:
    """The answer to `vraag/<id>`; `waarom_niet` and `kosten` look at the proposals that are shown."""
    if id_.startswith(KLOPT_NIET):
        return _klopt_niet(omg, casus, id_.removeprefix(KLOPT_NIET))
    if id_ == "waarom_niet":
        return _waarom_niet(omg, casus)
    if id_ == "kosten" and (kosten := _kosten(omg, casus)):
        tekst = omg.teksten.vul("antwoord/kosten_voorstel", kosten=kosten)
        return Bericht(naam="antwoord/kosten_voorstel", tekst=tekst)
    naam = _variant(omg, casus, id_)
    knoppen = _intrekknoppen(omg) if id_ in ("toestemming_intrekken", "fout_verstuurd") else ()
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, **gemeente_variabelen(omg)), knoppen=knoppen)


def _intrekknoppen(omg: Omgeving) -> tuple[Knop, ...]:
    """A button per case that the practice handed over and that is not withdrawn."""
    return tuple(
        Knop(label=omg.teksten.vul("knop/intrekken", code=c.code), actie=f"{c.code}|-|intrekken")
        for c in recente_casussen(omg, aantal=3)
        if c.status != CasusStatus.INGETROKKEN
    )


def vraag_zeker(omg: Omgeving, casus: CasusRow, *, naam: str = "intrekken/zeker") -> Bericht:
    """Asks once more before consent is withdrawn: what was shared is wiped by it."""
    knoppen = (
        Knop(label=omg.teksten.vul("knop/intrekken_ja"), actie=f"{casus.code}|-|intrekken_ja"),
        Knop(label=omg.teksten.vul("knop/intrekken_nee"), actie=f"{casus.code}|-|intrekken_nee"),
    )
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, code=casus.code), knoppen=knoppen)


def _variant(omg: Omgeving, casus: CasusRow | None, id_: str) -> str:
    if id_ == "wie_is_contactpersoon" and omg.contactpersoon_code is None:
        return "antwoord/wie_is_contactpersoon_geen"
    if id_ == "minderjarig" and casus is not None:
        groep = dossier_van(casus).leeftijdsgroep
        if groep is not None and groep.is_onder_16:
            return "antwoord/minderjarig_onder_16"
    return f"antwoord/{id_}"


def gemeente_variabelen(omg: Omgeving) -> dict[str, object]:
    """What an answer may name of the gemeente; every text under `antwoord/` may use these blanks.

    A practice without a contactpersoon is sent to the sociaal loket.
    """
    protocol, teksten = omg.protocol, omg.teksten
    persoon = protocol.contactpersoon_van(omg.praktijk)
    vervanger = protocol.contactpersoon(persoon.vervanger) if persoon else None
    loket, termijnen = teksten.vul("tijd/loket"), protocol.termijnen
    return {
        "gemeente": protocol.naam,
        "spoedroute": protocol.spoedroute_telefoon,
        "contactpersoon": persoon.naam if persoon else loket,
        "functie": persoon.functie if persoon else "",
        "organisatie": persoon.organisatie if persoon else loket,
        "telefoon": persoon.telefoon if persoon else protocol.loket_telefoon,
        "vervanger": vervanger.naam if vervanger else teksten.vul("toestemming/geen_vervanger"),
        "dagen_ontvangen": _werkdagen(teksten, termijnen.ontvangen),
        "dagen_contact": _werkdagen(teksten, termijnen.eerste_contact),
        "dagen_intake": _werkdagen(teksten, termijnen.intake),
        "dagen_patient_belt": _werkdagen(teksten, termijnen.patient_belt),
        "controle_maanden": _maanden(teksten, termijnen.controle_maanden),
        "geldig_maanden": _maanden(teksten, protocol.toestemming.geldig_maanden),
        "wijken": ", ".join(protocol.wijken),
    }


def _werkdagen(teksten: Teksten, aantal: int) -> str:
    return teksten.vul("tijd/werkdag" if aantal == 1 else "tijd/werkdagen", aantal=aantal)


def _maanden(teksten: Teksten, aantal: int) -> str:
    return teksten.vul("tijd/maand" if aantal == 1 else "tijd/maanden", aantal=aantal)


def _waarom_niet(omg: Omgeving, casus: CasusRow | None) -> Bericht:
    regels = waarom_niet(omg, casus) if casus is not None and dossier_van(casus).voorgesteld is not None else []
    if not regels:
        return Bericht(naam="antwoord/waarom_niet_leeg", tekst=omg.teksten.vul("antwoord/waarom_niet_leeg"))
    return Bericht(naam="antwoord/waarom_niet", tekst=omg.teksten.vul("antwoord/waarom_niet", regels="\n".join(regels)))


def _klopt_niet(omg: Omgeving, casus: CasusRow | None, positie: str) -> Bericht:
    """The practice reports that the catalogue is wrong about a proposal."""
    kandidaten = kandidaten_van(omg, casus) if casus is not None else []
    if not positie.isdecimal() or not 1 <= int(positie) <= len(kandidaten):
        raise DomeinFout("fout/knop_verlopen")
    activiteit = kandidaten[int(positie) - 1].activiteit
    meld_klopt_niet(omg, activiteit)
    return Bericht(naam="antwoord/klopt_niet", tekst=omg.teksten.vul("antwoord/klopt_niet", naam=activiteit.naam))


def _kosten(omg: Omgeving, casus: CasusRow | None) -> str:
    if casus is None or VraagId.VOORSTEL not in omg.protocol.vragen or not dossier_van(casus).voorgesteld:
        return ""
    return "\n".join(f"{k.activiteit.naam}: {k.activiteit.kosten_tekst}" for k in kandidaten_van(omg, casus))
