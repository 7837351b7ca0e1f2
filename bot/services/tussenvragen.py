"""The questions in between: a good answer each, with what this gemeente has its own."""

from bot.domein.bericht import Bericht
from bot.domein.lijsten import VraagId
from bot.services.casus import dossier_van
from bot.services.omgeving import Omgeving
from bot.services.voorstellen import kandidaten_van, waarom_niet
from bot.storage.tabellen import CasusRow


def beantwoord_tussenvraag(omg: Omgeving, casus: CasusRow | None, id_: str) -> Bericht:
    """The answer to `vraag/<id>`; `waarom_niet` and `kosten` look at the proposals that are shown."""
    if id_ == "waarom_niet":
        return _waarom_niet(omg, casus)
    if id_ == "kosten" and (kosten := _kosten(omg, casus)):
        return Bericht(naam="antwoord/kosten_voorstel", tekst=omg.teksten.vul("antwoord/kosten_voorstel", kosten=kosten))
    naam = f"antwoord/{id_}"
    if id_ == "minderjarig" and casus is not None:
        groep = dossier_van(casus).leeftijdsgroep
        naam = f"{naam}_onder_16" if groep is not None and groep.is_onder_16 else naam
    return Bericht(naam=naam, tekst=omg.teksten.vul(naam, **gemeente_variabelen(omg)))


def gemeente_variabelen(omg: Omgeving) -> dict[str, object]:
    """What an answer may name of the gemeente; every text under `antwoord/` may use these blanks."""
    protocol, teksten = omg.protocol, omg.teksten
    persoon = protocol.contactpersoon_van(omg.praktijk)
    vervanger = protocol.contactpersoon(persoon.vervanger) if persoon else None
    termijnen = protocol.termijnen
    return {
        "gemeente": protocol.naam,
        "spoedroute": protocol.spoedroute_telefoon,
        "contactpersoon": persoon.naam if persoon else teksten.vul("kaart/geen_contactpersoon"),
        "functie": persoon.functie if persoon else "",
        "organisatie": persoon.organisatie if persoon else protocol.naam,
        "telefoon": persoon.telefoon if persoon else protocol.spoedroute_telefoon,
        "vervanger": vervanger.naam if vervanger else teksten.vul("toestemming/geen_vervanger"),
        "dagen_ontvangen": termijnen.ontvangen,
        "dagen_contact": termijnen.eerste_contact,
        "dagen_intake": termijnen.intake,
        "dagen_patient_belt": termijnen.patient_belt,
        "controle_maanden": termijnen.controle_maanden,
        "geldig_maanden": protocol.toestemming.geldig_maanden,
        "wijken": ", ".join(protocol.wijken),
    }


def _waarom_niet(omg: Omgeving, casus: CasusRow | None) -> Bericht:
    regels = waarom_niet(omg, casus) if casus is not None and dossier_van(casus).voorgesteld is not None else []
    if not regels:
        return Bericht(naam="antwoord/waarom_niet_leeg", tekst=omg.teksten.vul("antwoord/waarom_niet_leeg"))
    return Bericht(naam="antwoord/waarom_niet", tekst=omg.teksten.vul("antwoord/waarom_niet", regels="\n".join(regels)))


def _kosten(omg: Omgeving, casus: CasusRow | None) -> str:
    if casus is None or VraagId.VOORSTEL not in omg.protocol.vragen or not dossier_van(casus).voorgesteld:
        return ""
    return "\n".join(f"{k.activiteit.naam}: {k.activiteit.kosten_tekst}" for k in kandidaten_van(omg, casus))
