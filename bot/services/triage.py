"""The assistant's side of a case: start, answer, undo, correct, stop, park, resume, take over."""

from collections.abc import Mapping
from typing import Any

from bot.domein import verloop
from bot.domein.dossier import Dossier
from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import BuitenReden, Extra, OverruleReden, RodeVlag, Route, Uitkomst, VraagId
from bot.services.begriptelling import Teller, tel, tel_bevestigd
from bot.services.casus import (
    bewaar,
    dossier_van,
    leg_gebeurtenis_vast,
    lopende_casussen,
    maak_casus,
    open_vraag,
    zet_dossier,
)
from bot.services.omgeving import Omgeving
from bot.services.overdracht import draag_over
from bot.services.toestemming import leg_toestemming_vast
from bot.services.voorstellen import bepaal_voorstel
from bot.storage.tabellen import CasusRow, GesprekRow


def start_casus(omg: Omgeving, gesprek: GesprekRow) -> CasusRow:
    """Opens a case; an unfinished one of the same conversation is parked by it."""
    return maak_casus(omg, gesprek)


def geef_antwoord(omg: Omgeving, casus: CasusRow, *, vraag: VraagId, antwoord: Any) -> Dossier:
    """Applies an answer to the open question, with everything that follows from it.

    Raises:
        DomeinFout: The answer is impossible here, or to a question that is not open; nothing was changed.
    """
    if vraag is not open_vraag(omg, casus):
        raise DomeinFout("fout/knop_verlopen")
    oud = dossier_van(casus)
    if vraag is VraagId.TOESTEMMING:
        antwoord = {**antwoord, "velden_digest": oud.velden_digest(omg.contactpersoon_code)}
        erbij = (Extra(x) for x in antwoord.pop("extra", None) or ())
        oud_met_extra = oud.wijzig(extra=tuple(dict.fromkeys((*oud.extra, *erbij))))
        nieuw = verloop.beantwoord(oud_met_extra, vraag, antwoord).onthoud(oud)
    else:
        nieuw = verloop.beantwoord(oud, vraag, antwoord).onthoud(oud)
    nieuw = _zonder_contactpersoon(omg, nieuw)
    nieuw = bewaar(omg, casus, nieuw, soort="beantwoord", vraag=vraag.value)
    if vraag is VraagId.LEEFGEBIEDEN:
        tel_bevestigd(omg, herkend=nieuw.leefgebieden_herkend, gekozen=nieuw.leefgebieden)
    if vraag is VraagId.TOESTEMMING:
        leg_toestemming_vast(omg, casus, nieuw)
    return vervolg(omg, casus)


def _zonder_contactpersoon(omg: Omgeving, dossier: Dossier) -> Dossier:
    if dossier.route is Route.CONTACTPERSOON and dossier.uitkomst is None and omg.contactpersoon_code is None:
        return dossier.wijzig(uitkomst=Uitkomst.BUITEN_BEREIK, buiten_reden=BuitenReden.GEEN_CONTACTPERSOON)
    return dossier


def vervolg(omg: Omgeving, casus: CasusRow) -> Dossier:
    """What the house does by itself when its turn has come: proposals, and the handover when all holds."""
    vraag = open_vraag(omg, casus)
    dossier = dossier_van(casus)
    if vraag is VraagId.VOORSTEL and dossier.voorgesteld is None:
        dossier = bepaal_voorstel(omg, casus)
        if not dossier.voorgesteld:  # no match: said plainly, the route stays open
            return bewaar(omg, casus, dossier.wijzig(gekozen=()), soort="geen_voorstel")
    if vraag is None and dossier.uitkomst is None and verloop.mag_overdragen(dossier, omg.contactpersoon_code):
        dossier = bewaar(omg, casus, dossier.wijzig(uitkomst=Uitkomst.OVERGEDRAGEN), soort="overgedragen")
        draag_over(omg, casus, dossier)
    return dossier


def neem_hulpvraag_op(omg: Omgeving, casus: CasusRow, begrepen: Mapping[str, Any]) -> Dossier:
    """Takes up the first sentence as it was understood."""
    oud = dossier_van(casus)
    nieuw = verloop.beantwoord(oud, VraagId.HULPVRAAG, begrepen).onthoud(oud)
    if begrepen.get("buiten"):
        nieuw = nieuw.wijzig(uitkomst=Uitkomst.BUITEN_BEREIK, buiten_reden=BuitenReden.ANDERE_GEMEENTE)
    bewaar(omg, casus, nieuw, soort="hulpvraag")
    tel(omg, Teller.EERSTE_ZIN, "meteen" if nieuw.leefgebieden else "met_keuze" if nieuw.twijfel else "lijst")
    return vervolg(omg, casus)


def stop_op_vlag(omg: Omgeving, casus: CasusRow, vlag: RodeVlag) -> Dossier:
    """A rode vlag was recognised in text: the case stops at once, whatever else was said."""
    oud = dossier_van(casus)
    tel(omg, Teller.VLAG, vlag.value)
    return bewaar(omg, casus, verloop.stop_met_vlag(oud, vlag).onthoud(oud), soort="vlag_herkend", vlag=vlag.value)


def zet_vlag_opzij(omg: Omgeving, casus: CasusRow, reden: OverruleReden) -> Dossier:
    """The assistant overrules a recognised flag with a reason, which is kept.

    Raises:
        DomeinFout: The flag was chosen by herself, or there is none.
    """
    oud = dossier_van(casus)
    nieuw = verloop.overrule(oud, reden).onthoud(oud)
    bewaar(omg, casus, nieuw, soort="vlag_overruled", vlag=oud.vlag, reden=reden.value)
    tel(omg, Teller.VLAG_OPZIJ, str(oud.vlag))
    tel(omg, Teller.VLAG_REDEN, reden.value)
    return vervolg(omg, casus)


def maak_ongedaan(omg: Omgeving, casus: CasusRow) -> Dossier:
    """`terug`: takes back the last answer.

    Raises:
        DomeinFout: There is nothing to undo, or the case was handed over (withdrawing is the way then).
    """
    dossier = dossier_van(casus)
    if dossier.uitkomst is Uitkomst.OVERGEDRAGEN:
        raise DomeinFout("fout/al_overgedragen", code=casus.code)
    if dossier.vlag is not None and dossier.vlag_bron == "herkend":
        raise DomeinFout("fout/vlag_niet_terug")
    vorige = dossier.vorige()
    if vorige is None:
        raise DomeinFout("fout/niets_om_terug")
    return bewaar(omg, casus, vorige, soort="ongedaan_gemaakt")


def corrigeer_feiten(omg: Omgeving, casus: CasusRow, feiten: Mapping[str, Any]) -> Dossier:
    """Corrects earlier facts (`wijk`, `leeftijdsgroep`, `erbij`, `eraf`).

    Raises:
        DomeinFout: The case was handed over already.
    """
    oud = dossier_van(casus)
    if oud.uitkomst is Uitkomst.OVERGEDRAGEN:
        raise DomeinFout("fout/al_overgedragen", code=casus.code)
    nieuw = verloop.corrigeer(oud, **feiten)
    if nieuw == oud:
        raise DomeinFout("fout/correctie_onduidelijk")
    bewaar(omg, casus, nieuw.onthoud(oud), soort="gecorrigeerd", velden=sorted(feiten))
    return vervolg(omg, casus)


def pas_kaart_aan(omg: Omgeving, casus: CasusRow, **velden: Any) -> Dossier:
    """Changes something on the open card (a tick, an optional question) without closing the question."""
    oud = dossier_van(casus)
    return bewaar(omg, casus, oud.wijzig(**velden).onthoud(oud), soort="kaart", velden=sorted(velden))


def wissel_leefgebied(omg: Omgeving, casus: CasusRow, leefgebied: str) -> Dossier:
    """Ticks or unticks one leefgebied on the card."""
    oud = dossier_van(casus)
    erin = leefgebied in oud.leefgebieden
    nieuw = verloop.wissel_leefgebieden(oud, erbij=() if erin else (leefgebied,), eraf=(leefgebied,) if erin else ())
    return bewaar(omg, casus, nieuw.onthoud(oud), soort="kaart", velden=["leefgebieden"])


def vraag_opnieuw(omg: Omgeving, casus: CasusRow, vraag: VraagId) -> Dossier:
    """Asks one question again, from the confirmation or from the card."""
    oud = dossier_van(casus)
    optioneel = vraag in (VraagId.WENS, VraagId.BELEMMERINGEN)
    nieuw = verloop.open_kaartvraag(oud, vraag) if optioneel else verloop.heropen(oud, vraag)
    bewaar(omg, casus, nieuw.onthoud(oud), soort="heropend", vraag=vraag.value)
    return vervolg(omg, casus)


def tel_onbegrepen(omg: Omgeving, casus: CasusRow) -> int:
    """Counts a message that was not understood; returns how many in a row at this question."""
    aantal = _tel_op(omg, casus, "onbegrepen")
    tel(omg, Teller.ONBEGREPEN, open_vraag(omg, casus) or "klaar")
    return aantal


def tel_weet_niet(omg: Omgeving, casus: CasusRow) -> int:
    """Counts a "weet niet" to a question that cannot do without an answer; returns how many in a row."""
    return _tel_op(omg, casus, "weet_niet")


def _tel_op(omg: Omgeving, casus: CasusRow, teller: str) -> int:
    """One more on a counter of the dossier, with the event of that name; returns where it stands."""
    oud = dossier_van(casus)
    aantal: int = getattr(oud, teller) + 1
    zet_dossier(casus, oud.wijzig(**{teller: aantal}))
    omg.session.add(casus)
    leg_gebeurtenis_vast(omg, casus, teller)
    return aantal


def breek_af(omg: Omgeving, casus: CasusRow) -> Dossier:
    """`stop`: ends the case without an outcome; nothing leaves the practice."""
    oud = dossier_van(casus)
    if oud.uitkomst is not None:
        raise DomeinFout("fout/al_klaar", code=casus.code)
    return bewaar(omg, casus, oud.wijzig(uitkomst=Uitkomst.AFGEBROKEN).onthoud(oud), soort="afgebroken")


def parkeer(omg: Omgeving, casus: CasusRow, gesprek: GesprekRow) -> None:
    """`later`: the case waits, at most 24 hours, and the conversation is free for another patient."""
    gesprek.actieve_casus_id = None
    omg.session.add(gesprek)
    leg_gebeurtenis_vast(omg, casus, "geparkeerd")


def hervat(omg: Omgeving, gesprek: GesprekRow, *, code: str | None = None) -> CasusRow:
    """`verder`: resumes a waiting case of the practice, also a colleague's (then it moves to this conversation).

    Raises:
        DomeinFout: No case is waiting, or none with this code.
    """
    wachtend = [c for c in lopende_casussen(omg) if code is None or c.code == code]
    if not wachtend:
        raise DomeinFout("fout/niets_te_hervatten")
    eigen = [c for c in wachtend if c.gesprek_id == gesprek.id and c.id != gesprek.actieve_casus_id]
    casus = (eigen or wachtend)[0]
    if casus.gesprek_id != gesprek.id:
        _neem_over(omg, casus, gesprek)
    gesprek.actieve_casus_id = casus.id
    omg.session.add(gesprek)
    leg_gebeurtenis_vast(omg, casus, "hervat")
    return casus


def _neem_over(omg: Omgeving, casus: CasusRow, gesprek: GesprekRow) -> None:
    ander = omg.session.get(GesprekRow, casus.gesprek_id)
    if ander is not None and ander.actieve_casus_id == casus.id:
        ander.actieve_casus_id = None
        omg.session.add(ander)
    casus.gesprek_id = gesprek.id
    omg.session.add(casus)
    leg_gebeurtenis_vast(omg, casus, "overgenomen")
