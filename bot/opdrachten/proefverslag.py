"""The report of one trial conversation as one JSON object: docs/opdrachten.md."""

from typing import Any

from sqlmodel import Session, select

from bot.dialogue.voering import Huis
from bot.domein.lijsten import Uitkomst
from bot.opdrachten.proefspel import Proefspel, tel_onbegrepen
from bot.services.casus import dossier_van
from bot.services.omgeving import Omgeving
from bot.services.overdracht import overdracht_van
from bot.services.soep import soep_tekst
from bot.services.toestemming import laatste_toestemming
from bot.services.voorstellen import activiteit_redenen, kandidaten_van
from bot.storage.tabellen import CasusRow, UitbakRow


def maak_verslag(huis: Huis, spel: Proefspel) -> dict[str, Any]:
    """Reads from the database what came of the case, and holds it against what the script expects."""
    with huis.sessie() as session:
        casus = session.exec(select(CasusRow).order_by(CasusRow.aangemaakt_op.desc())).first()  # type: ignore[attr-defined]
        omg = huis.omgeving(spel.assistent, session)
        verslag = _leeg(spel) if casus is None else _verslag(omg, casus, spel)
    fouten = [*spel.verloop.fouten, *_controleer(huis, verslag, spel)]
    return {"naam": spel.script.naam, "geslaagd": not fouten, "fouten": fouten, **verslag}


def _leeg(spel: Proefspel) -> dict[str, Any]:
    leeg = dict.fromkeys(("casus", "toestemming", "overdracht", "contactpersoon", "soep"))
    verloop = spel.verloop
    return {
        "uitkomst": Uitkomst.AFGEBROKEN.value,
        "interacties": verloop.interacties,
        "onbegrepen": 0,
        "gevraagd": verloop.gevraagd,
        **leeg,
        "voorstel": [],
        "gekozen": [],
        "berichten_aan": [],
        "transcript": verloop.transcript,
    }


def _verslag(omg: Omgeving, casus: CasusRow, spel: Proefspel) -> dict[str, Any]:
    dossier = dossier_van(casus)
    overdracht = overdracht_van(omg, casus)
    persoon = omg.protocol.contactpersoon(overdracht.contactpersoon) if overdracht else None
    toestemming = laatste_toestemming(omg, casus)
    klaar = dossier.uitkomst in (Uitkomst.OVERGEDRAGEN, Uitkomst.VOORGELICHT)
    return {
        **_leeg(spel),
        "uitkomst": casus.uitkomst,
        "onbegrepen": tel_onbegrepen(omg.session, casus),
        "casus": {
            "code": casus.code,
            "protocol": f"{casus.gemeente} {casus.protocol_versie}",
            "leefgebieden": list(dossier.leefgebieden),
            "wijk": dossier.wijk,
            "leeftijdsgroep": dossier.leeftijdsgroep,
            "wens": dossier.wens,
            "belemmeringen": list(dossier.alle_belemmeringen),
            "vlag": dossier.vlag,
            "status": casus.status,
        },
        "voorstel": [
            {"id": k.activiteit.id, "naam": k.activiteit.naam, "waarom": activiteit_redenen(omg, k)}
            for k in kandidaten_van(omg, casus)
        ],
        "gekozen": list(dossier.gekozen or ()),
        "toestemming": toestemming.model_dump(mode="json") if toestemming else None,
        "overdracht": {"tekst": overdracht.tekst, "velden": overdracht.velden} if overdracht else None,
        "contactpersoon": {"naam": persoon.naam, "wsv": omg.protocol.wsv_van(casus.praktijk).naam} if persoon else None,
        "soep": soep_tekst(omg, casus, dossier) if klaar else None,
        "berichten_aan": _berichten_aan(omg.session),
    }


def _berichten_aan(session: Session) -> list[dict[str, str]]:
    rijen = session.exec(select(UitbakRow).order_by(UitbakRow.id))  # type: ignore[arg-type]
    return [{"rol": rij.rol, "tekst": rij.tekst} for rij in rijen]


def _controleer(huis: Huis, verslag: dict[str, Any], spel: Proefspel) -> list[str]:
    """What does not hold, in Dutch sentences."""
    verwacht, casus = spel.script.verwacht, verslag["casus"] or {}
    gegeven = verwacht.model_dump(exclude_unset=True)
    gekregen = {**casus, "uitkomst": verslag["uitkomst"]}
    enkel = [k for k in ("uitkomst", "leeftijdsgroep", "wijk", "wens", "vlag", "status") if k in gegeven]
    lijst = [k for k in ("leefgebieden", "belemmeringen") if k in gegeven]
    anders: list[str] = [k for k in enkel if gekregen.get(k) != gegeven[k]]
    anders += [k for k in lijst if set(gekregen.get(k) or ()) != set(gegeven[k] or ())]
    teveel = [k for k in ("interacties", "onbegrepen") if verslag[k] > gegeven.get(f"max_{k}", verslag[k])]
    tekst = ((verslag["overdracht"] or {}).get("tekst") or "").lower()
    vul = huis.teksten.vul
    return [
        *(vul("proef/anders", wat=k, verwacht=gegeven[k], gekregen=gekregen.get(k)) for k in anders),
        *(vul("proef/teveel", wat=k, grens=gegeven[f"max_{k}"], aantal=verslag[k]) for k in teveel),
        *(vul("proef/staat_erin", wat=w) for w in verwacht.niet_in_overdracht if w.lower() in tekst),
    ]
