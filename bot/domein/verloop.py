"""The course of the triage as pure functions: which question is open, and what an answer does to the dossier.

Every function takes a dossier and returns a dossier; nothing is read or written. The answers have the shape of
column `antwoord` in the command line's contract. Source of the rules: docs/specificatie.md, chapter 4.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.domein.dossier import Dossier, Overrule, ToestemmingKeuze
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import (
    Belemmering,
    Bevestiging,
    BuitenReden,
    Contactroute,
    Leefgebied,
    Leeftijdsgroep,
    OverruleReden,
    RodeVlag,
    Route,
    Stopgrond,
    ToestemmingDoor,
    Uitkomst,
    VraagId,
    Wens,
)

AANPASBAAR = (VraagId.LEEFGEBIEDEN, VraagId.WIJK, VraagId.LEEFTIJDSGROEP, VraagId.VOORSTEL, VraagId.CONTACTROUTE)


def volgende_vraag(dossier: Dossier, vragen: Sequence[VraagId], contactpersoon: str | None) -> VraagId | None:
    """The open question, or None when the triage has an outcome.

    Args:
        dossier: What is known.
        vragen: The questions of the protocol, in its order.
        contactpersoon: The code of the recipient; a change of recipient asks consent again.
    """
    if dossier.uitkomst is not None:
        return None
    if not dossier.hulpvraag_gesteld:
        return VraagId.HULPVRAAG
    if dossier.kaartvraag is not None:
        return dossier.kaartvraag
    return next((vraag for vraag in vragen if not _is_klaar(vraag, dossier, contactpersoon)), None)


def _is_klaar(vraag: VraagId, dossier: Dossier, contactpersoon: str | None) -> bool:
    """Whether a question needs no answer any more. `wens` and `belemmeringen` are asked on the card only."""
    zelf = dossier.route is Route.ZELF
    klaar = {
        VraagId.HULPVRAAG: dossier.hulpvraag_gesteld,
        VraagId.VEILIG: dossier.stoplijst_nee,
        VraagId.LEEFGEBIEDEN: dossier.leefgebieden_bevestigd,
        VraagId.WIJK: dossier.wijk is not None,
        VraagId.LEEFTIJDSGROEP: _leeftijd_is_klaar(dossier),
        VraagId.WENS: True,
        VraagId.BELEMMERINGEN: True,
        VraagId.VOORSTEL: dossier.gekozen is not None,
        VraagId.ROUTE: dossier.route is not None,
        VraagId.CONTACTROUTE: zelf or dossier.contactroute is not None,
        VraagId.TOESTEMMING: zelf or heeft_geldige_toestemming(dossier, contactpersoon),
        VraagId.BEVESTIGEN: zelf or dossier.bevestigd,
    }
    return klaar[vraag]


def _leeftijd_is_klaar(dossier: Dossier) -> bool:
    if dossier.leeftijdsgroep is None:
        return False
    return not dossier.leeftijdsgroep.is_onder_16 or dossier.ouder_is_client is not None


def heeft_geldige_toestemming(dossier: Dossier, contactpersoon: str | None) -> bool:
    """Consent was given, by somebody who may, and over exactly the fields that would be shared now."""
    keuze = dossier.toestemming
    return bool(keuze and keuze.gegeven and keuze.door and keuze.velden_digest == dossier.velden_digest(contactpersoon))


def mag_overdragen(dossier: Dossier, contactpersoon: str | None) -> bool:
    """All that must hold before anything leaves the practice."""
    return (
        contactpersoon is not None
        and dossier.vlag is None
        and dossier.stopgrond is None
        and dossier.stoplijst_nee
        and dossier.leefgebieden_bevestigd
        and bool(dossier.leefgebieden)
        and dossier.wijk is not None
        and _leeftijd_is_klaar(dossier)
        and dossier.route is Route.CONTACTPERSOON
        and dossier.contactroute is not None
        and dossier.bevestigd
        and heeft_geldige_toestemming(dossier, contactpersoon)
    )


def neem_op(dossier: Dossier, begrepen: Mapping[str, Any]) -> Dossier:
    """Takes up what was understood from the first sentence."""
    leefgebieden = tuple(Leefgebied(x) for x in begrepen.get("leefgebieden", ()))
    groep = begrepen.get("leeftijdsgroep")
    return dossier.wijzig(
        hulpvraag_gesteld=True,
        leefgebieden=leefgebieden or dossier.leefgebieden,
        leefgebieden_herkend=leefgebieden or dossier.leefgebieden_herkend,
        twijfel=tuple(Leefgebied(x) for x in begrepen.get("twijfel", ())),
        spoed=bool(begrepen.get("spoed")) or dossier.spoed,
        wijk=begrepen.get("wijk") or dossier.wijk,
        leeftijdsgroep=Leeftijdsgroep(groep) if groep else dossier.leeftijdsgroep,
        belemmeringen_herkend=tuple(Belemmering(x) for x in begrepen.get("belemmeringen", ()))
        or dossier.belemmeringen_herkend,
        vroeger=tuple(RodeVlag(x) for x in begrepen.get("vroeger", ())) or dossier.vroeger,
    )


def stop_met_vlag(dossier: Dossier, vlag: RodeVlag) -> Dossier:
    """A flag recognised in text stops the case at once."""
    return dossier.wijzig(vlag=vlag, vlag_bron="herkend", uitkomst=Uitkomst.GESTOPT)


def overrule(dossier: Dossier, reden: OverruleReden) -> Dossier:
    """Sets a recognised flag aside with a reason; the triage goes on where it was.

    Raises:
        DomeinFout: There is no recognised flag (a chosen one can only be undone with `terug`).
    """
    if dossier.vlag is None or dossier.vlag_bron != "herkend":
        raise DomeinFout("fout/geen_vlag_om_te_overrulen")
    regel = Overrule(vlag=dossier.vlag, reden=reden)
    return dossier.wijzig(vlag=None, vlag_bron=None, uitkomst=None, overruled=(*dossier.overruled, regel))


def beantwoord(dossier: Dossier, vraag: VraagId, antwoord: Any) -> Dossier:
    """Applies one answer to the open question. An impossible answer leaves a `DomeinFout`, never half a dossier."""
    try:
        return _ANTWOORD[vraag](dossier.wijzig(onbegrepen=0, weet_niet=0, kaartvraag=None), antwoord)
    except ValueError as fout:  # not in the closed list: a made-up button
        raise DomeinFout("fout/knop_onbekend") from fout


def _veilig(dossier: Dossier, antwoord: Any) -> Dossier:
    if antwoord == "geen":
        return dossier.wijzig(stoplijst_nee=True)
    if antwoord in tuple(Stopgrond):
        return dossier.wijzig(stopgrond=Stopgrond(antwoord), uitkomst=Uitkomst.GESTOPT)
    return dossier.wijzig(vlag=RodeVlag(antwoord), vlag_bron="gekozen", uitkomst=Uitkomst.GESTOPT)


def _leefgebieden(dossier: Dossier, antwoord: Any) -> Dossier:
    if antwoord == "klopt":
        nieuw = dossier
    else:
        nieuw = wissel_leefgebieden(dossier, erbij=antwoord.get("erbij", ()), eraf=antwoord.get("eraf", ()))
    if not nieuw.leefgebieden:
        raise DomeinFout("fout/geen_leefgebied")
    return nieuw.wijzig(leefgebieden_bevestigd=True)


def _wijk(dossier: Dossier, antwoord: Any) -> Dossier:
    if antwoord == "buiten":
        return dossier.wijzig(uitkomst=Uitkomst.BUITEN_BEREIK, buiten_reden=BuitenReden.ANDERE_GEMEENTE)
    return _na_feit(dossier.wijzig(wijk=str(antwoord)), dossier)


def _leeftijdsgroep(dossier: Dossier, antwoord: Any) -> Dossier:
    if antwoord == "ouder_is_client":
        return dossier.wijzig(ouder_is_client=True)
    if antwoord == "ouder_is_geen_client":
        return dossier.wijzig(ouder_is_client=False, uitkomst=Uitkomst.BUITEN_BEREIK, buiten_reden=BuitenReden.JEUGD)
    return _na_feit(dossier.wijzig(leeftijdsgroep=Leeftijdsgroep(antwoord), ouder_is_client=None), dossier)


def _wens(dossier: Dossier, antwoord: Any) -> Dossier:
    keuze = antwoord if isinstance(antwoord, dict) else {"wens": antwoord}
    return dossier.wijzig(wens=Wens(keuze["wens"]), wens_tekst=keuze.get("tekst") or dossier.wens_tekst)


def _belemmeringen(dossier: Dossier, antwoord: Any) -> Dossier:
    return _na_feit(dossier.wijzig(belemmeringen=tuple(dict.fromkeys(Belemmering(x) for x in antwoord))), dossier)


def _voorstel(dossier: Dossier, antwoord: Any) -> Dossier:
    getoond = dossier.voorgesteld or ()
    posities = list(dict.fromkeys(antwoord))
    if any(not 1 <= positie <= len(getoond) for positie in posities):
        raise DomeinFout("fout/positie_bestaat_niet", aantal=len(getoond))
    return dossier.wijzig(gekozen=tuple(getoond[positie - 1] for positie in posities))


def _route(dossier: Dossier, antwoord: Any) -> Dossier:
    route = Route(antwoord)
    uitkomst = Uitkomst.VOORGELICHT if route is Route.ZELF else None
    return dossier.wijzig(route=route, uitkomst=uitkomst)


def _contactroute(dossier: Dossier, antwoord: Any) -> Dossier:
    return dossier.wijzig(contactroute=Contactroute(antwoord))


def _toestemming(dossier: Dossier, antwoord: Any) -> Dossier:
    keuze = ToestemmingKeuze.model_validate(antwoord)
    if not keuze.gegeven:
        return dossier.wijzig(toestemming=keuze, uitkomst=Uitkomst.GEWEIGERD)
    if keuze.door is not None and keuze.door not in wie_mag_toestemmen(dossier):
        raise DomeinFout("fout/deze_persoon_mag_niet")
    return dossier.wijzig(toestemming=keuze)


def _bevestigen(dossier: Dossier, antwoord: Any) -> Dossier:
    match Bevestiging(antwoord):
        case Bevestiging.VERSTUREN:
            return dossier.wijzig(bevestigd=True, aanpassen=False)
        case Bevestiging.AANPASSEN:
            return dossier.wijzig(aanpassen=True)
        case Bevestiging.ANNULEREN:
            return dossier.wijzig(uitkomst=Uitkomst.AFGEBROKEN)


_ANTWOORD: dict[VraagId, Callable[[Dossier, Any], Dossier]] = {
    VraagId.HULPVRAAG: neem_op,
    VraagId.VEILIG: _veilig,
    VraagId.LEEFGEBIEDEN: _leefgebieden,
    VraagId.WIJK: _wijk,
    VraagId.LEEFTIJDSGROEP: _leeftijdsgroep,
    VraagId.WENS: _wens,
    VraagId.BELEMMERINGEN: _belemmeringen,
    VraagId.VOORSTEL: _voorstel,
    VraagId.ROUTE: _route,
    VraagId.CONTACTROUTE: _contactroute,
    VraagId.TOESTEMMING: _toestemming,
    VraagId.BEVESTIGEN: _bevestigen,
}


def wie_mag_toestemmen(dossier: Dossier) -> tuple[ToestemmingDoor, ...]:
    """Who may consent (WGBO art. 7:447, 7:450 BW; UAVG art. 5).

    Under 12 the parents; 12 to 15 child and parents, or the parent alone when it is the parent's own question;
    16 and over the patient, or the representative of who cannot weigh it.
    """
    match dossier.leeftijdsgroep:
        case Leeftijdsgroep.KIND:
            return (ToestemmingDoor.OUDERS, ToestemmingDoor.VERTEGENWOORDIGER)
        case Leeftijdsgroep.JONGERE_12_15:
            return (ToestemmingDoor.KIND_EN_OUDERS, ToestemmingDoor.OUDERS, ToestemmingDoor.VERTEGENWOORDIGER)
        case _:
            return (ToestemmingDoor.ZELF, ToestemmingDoor.VERTEGENWOORDIGER)


def wissel_leefgebieden(dossier: Dossier, *, erbij: Sequence[str] = (), eraf: Sequence[str] = ()) -> Dossier:
    """Adds and removes leefgebieden; the order in which they were understood stays."""
    weg = {Leefgebied(x) for x in eraf} - {Leefgebied(x) for x in erbij}
    samen = dict.fromkeys((*dossier.leefgebieden, *(Leefgebied(x) for x in erbij)))
    return _na_feit(dossier.wijzig(leefgebieden=tuple(x for x in samen if x not in weg)), dossier)


def corrigeer(
    dossier: Dossier,
    *,
    wijk: str | None = None,
    leeftijdsgroep: str | None = None,
    erbij: Sequence[str] = (),
    eraf: Sequence[str] = (),
) -> Dossier:
    """Corrects earlier facts at any time. Proposals and consent that rested on the old fact are asked again."""
    nieuw = wissel_leefgebieden(dossier, erbij=erbij, eraf=eraf)
    if wijk is not None:
        nieuw = nieuw.wijzig(wijk=wijk)
    if leeftijdsgroep is not None and leeftijdsgroep != dossier.leeftijdsgroep:
        nieuw = nieuw.wijzig(leeftijdsgroep=Leeftijdsgroep(leeftijdsgroep), ouder_is_client=None)
    return _na_feit(nieuw, dossier)


def heropen(dossier: Dossier, vraag: VraagId) -> Dossier:
    """Asks one question again from the confirmation ("aanpassen")."""
    leeg: dict[VraagId, dict[str, Any]] = {
        VraagId.LEEFGEBIEDEN: {"leefgebieden_bevestigd": False},
        VraagId.WIJK: {"wijk": None},
        VraagId.LEEFTIJDSGROEP: {"leeftijdsgroep": None, "ouder_is_client": None},
        VraagId.VOORSTEL: {"gekozen": None, "voorgesteld": None},
        VraagId.CONTACTROUTE: {"contactroute": None},
    }
    return dossier.wijzig(aanpassen=False, bevestigd=False, **leeg[vraag])


def open_kaartvraag(dossier: Dossier, vraag: VraagId) -> Dossier:
    """Opens `wens` or `belemmeringen`, which are asked on the card only."""
    return dossier.wijzig(kaartvraag=vraag)


def _na_feit(nieuw: Dossier, oud: Dossier) -> Dossier:
    """Forgets the proposals when a fact changed on which they rest."""
    rust_op = ("leefgebieden", "wijk", "leeftijdsgroep", "alle_belemmeringen")
    if all(getattr(nieuw, veld) == getattr(oud, veld) for veld in rust_op):
        return nieuw
    return nieuw.wijzig(voorgesteld=None, gekozen=None, bevestigd=False)
