"""Proposals from the catalogue for a case: at most three, each with why it fits, and why others do not."""

from bot.domein.activiteit import Activiteit
from bot.domein.dossier import Dossier
from bot.domein.lijsten import Uitkomst
from bot.domein.matching import Kandidaat, Uitslag, Zoekvraag, zoek
from bot.services.begriptelling import week_van
from bot.services.casus import bewaar, dossier_van
from bot.services.catalogus import activiteiten_van
from bot.services.omgeving import Omgeving
from bot.services.overdracht import NEDERLAND
from bot.storage.samen import verhoog
from bot.storage.tabellen import CasusRow, OnvervuldeBehoefteRow


def bepaal_voorstel(omg: Omgeving, casus: CasusRow) -> Dossier:
    """Matches once and remembers what is shown; leefgebieden without any match are logged as unmet need."""
    dossier = dossier_van(casus)
    uitslag = zoek_voor(omg, casus, dossier)
    _log_onvervuld(omg, casus, dossier=dossier, uitslag=uitslag)
    getoond = tuple(kandidaat.activiteit.id for kandidaat in uitslag.voorstel)
    return bewaar(omg, casus, dossier.wijzig(voorgesteld=getoond), soort="voorstel", aantal=len(getoond))


def zoek_voor(omg: Omgeving, casus: CasusRow, dossier: Dossier) -> Uitslag:
    """The match of a case against the catalogue of its gemeente, today."""
    vraag = Zoekvraag(
        leefgebieden=dossier.leefgebieden,
        wijk=dossier.wijk or "",
        wsv=omg.protocol.wsv_van(casus.praktijk).code,
        leeftijdsgroep=dossier.leeftijdsgroep,
        ouder_is_client=bool(dossier.ouder_is_client),
        belemmeringen=dossier.alle_belemmeringen,
    )
    peildatum = omg.klok.nu().astimezone(NEDERLAND).date()
    return zoek(activiteiten_van(omg.session, casus.gemeente), vraag, peildatum=peildatum)


def kandidaten_van(omg: Omgeving, casus: CasusRow) -> list[Kandidaat]:
    """The proposals as they were shown, in that order."""
    dossier = dossier_van(casus)
    op_id = {k.activiteit.id: k for k in zoek_voor(omg, casus, dossier).voorstel}
    return [op_id[id_] for id_ in dossier.voorgesteld or () if id_ in op_id]


def activiteit_kaart(omg: Omgeving, kandidaat: Kandidaat, positie: int) -> str:
    """One proposal as a compact card: why it fits, when, where, what it costs, how fresh."""
    activiteit, teksten = kandidaat.activiteit, omg.teksten
    return teksten.vul(
        "voorstel/kaart_controleer" if kandidaat.controleer_eerst else "voorstel/kaart",
        positie=positie,
        naam=activiteit.naam,
        waarom=activiteit_redenen(omg, kandidaat),
        tijden=activiteit.tijden,
        locatie=activiteit.locatie,
        kosten=activiteit.kosten_tekst,
        aanmelden=teksten.label("aanmelden", activiteit.aanmelden),
        gecontroleerd=_maand(activiteit),
    )


def activiteit_blad(omg: Omgeving, kandidaat: Kandidaat) -> str:
    """All that the practice may want to know of one proposal; lines without content are left out."""
    a, teksten = kandidaat.activiteit, omg.teksten
    ja = teksten.vul("voorstel/ja")
    regels = {
        "doelgroep": a.doelgroep,
        "locatie": a.locatie,
        "route": a.route,
        "tijden": a.tijden,
        "kosten": a.kosten_tekst,
        "aanmelden": teksten.label("aanmelden", a.aanmelden),
        "contact": a.contact,
        "begeleiding": ja if a.begeleiding else "",
        "vervoer": ja if a.vervoer_geregeld else "",
        "talen": ", ".join(a.talen) if len(a.talen) > 1 else "",
        "gecontroleerd": _maand(a),
    }
    kop = teksten.vul("voorstel/blad_kop", naam=a.naam, aanbieder=a.aanbieder, tekst=a.korte_tekst)
    return "\n".join([kop, *(f"{teksten.label('blad', naam)}: {inhoud}" for naam, inhoud in regels.items() if inhoud)])


def activiteit_redenen(omg: Omgeving, kandidaat: Kandidaat) -> str:
    """Why a proposal fits, in words."""
    return "; ".join(omg.teksten.vul(r.naam, **_in_woorden(omg, r.variabelen)) for r in kandidaat.redenen)


def waarom_niet(omg: Omgeving, casus: CasusRow, *, maximaal: int = 5) -> list[str]:
    """Why other activities that touch the question were not proposed, a line each."""
    uitslag = zoek_voor(omg, casus, dossier_van(casus))
    return [
        omg.teksten.vul(
            "voorstel/afgevallen",
            naam=weg.activiteit.naam,
            reden=omg.teksten.vul(weg.reden.naam, **_in_woorden(omg, weg.reden.variabelen)),
        )
        for weg in uitslag.afgevallen[:maximaal]
    ]


def _in_woorden(omg: Omgeving, variabelen: dict[str, str]) -> dict[str, str]:
    """Ids become labels: `leefgebied` and `belemmering` are the two that occur in reasons."""
    return {
        naam: omg.teksten.label(naam, waarde) if naam in ("leefgebied", "belemmering") else waarde
        for naam, waarde in variabelen.items()
    }


def _maand(activiteit: Activiteit) -> str:
    return activiteit.gecontroleerd_op.strftime("%d-%m-%Y")


def _log_onvervuld(omg: Omgeving, casus: CasusRow, *, dossier: Dossier, uitslag: Uitslag) -> None:
    """Counts leefgebied × WSV × week; no person, no case."""
    if dossier.uitkomst is Uitkomst.GESTOPT:
        return
    gedekt = {gebied for k in uitslag.voorstel for gebied in k.activiteit.leefgebieden}
    wsv, week = omg.protocol.wsv_van(casus.praktijk).code, week_van(omg.klok.nu())
    for gebied in dossier.leefgebieden:
        if gebied in gedekt:
            continue
        sleutel = {"gemeente": casus.gemeente, "leefgebied": gebied.value, "wsv": wsv, "week": week}
        verhoog(omg.session, OnvervuldeBehoefteRow, sleutel)
