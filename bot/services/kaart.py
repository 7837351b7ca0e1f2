"""Taps and words that change the open card without answering its question."""

from collections.abc import Mapping
from typing import Any

from bot.domein.fouten import DomeinFout
from bot.domein.lijsten import Belemmering, Extra, Leefgebied, VraagId, Wens
from bot.domein.verloop import AANPASBAAR
from bot.services import triage
from bot.services.casus import dossier_van, open_vraag
from bot.services.omgeving import Omgeving
from bot.storage.tabellen import CasusRow

BIJ_VRAAG = {
    "leefgebied": VraagId.LEEFGEBIEDEN,
    "kaart": VraagId.LEEFGEBIEDEN,
    "belemmering": VraagId.BELEMMERINGEN,
    "extra": VraagId.TOESTEMMING,
    "opnieuw": VraagId.BEVESTIGEN,
    "toch": VraagId.BEVESTIGEN,
}
MAG_OPNIEUW: dict[str, tuple[VraagId, ...]] = {"kaart": (VraagId.WENS, VraagId.BELEMMERINGEN), "opnieuw": AANPASBAAR}


def tik_aan(omg: Omgeving, casus: CasusRow, wat: str) -> None:
    """Applies a tap ("leefgebied:rouw", "kaart:wens", "extra:voicemail", "opnieuw:wijk", …).

    Raises:
        DomeinFout: The tap means nothing here.
    """
    try:
        _tik_aan(omg, casus, wat)
    except ValueError as fout:  # not in the closed list: a made-up button
        raise DomeinFout("fout/knop_onbekend") from fout


def _tik_aan(omg: Omgeving, casus: CasusRow, wat: str) -> None:
    soort, _, waarde = wat.partition(":")
    if open_vraag(omg, casus) is not BIJ_VRAAG.get(soort):
        raise DomeinFout("fout/knop_verlopen")
    dossier = dossier_van(casus)
    match soort:
        case "leefgebied":
            triage.wissel_leefgebied(omg, casus, Leefgebied(waarde))
        case "belemmering":
            aan = dossier.alle_belemmeringen
            nieuw = tuple(x for x in aan if x != waarde) if waarde in aan else (*aan, Belemmering(waarde))
            triage.pas_kaart_aan(omg, casus, belemmeringen=nieuw)
        case "extra":
            gekozen = dossier.extra
            nieuw_extra = tuple(x for x in gekozen if x != waarde) if waarde in gekozen else (*gekozen, Extra(waarde))
            triage.pas_kaart_aan(omg, casus, extra=nieuw_extra)
        case "kaart" if waarde == "lijst":
            triage.pas_kaart_aan(omg, casus, kaartvraag=VraagId.LEEFGEBIEDEN, leefgebieden_bevestigd=False)
        case "kaart" | "opnieuw" if waarde in MAG_OPNIEUW[soort] and waarde in omg.protocol.vragen:
            triage.vraag_opnieuw(omg, casus, VraagId(waarde))
        case "toch":
            triage.pas_kaart_aan(omg, casus, aanpassen=False)
        case _:
            raise DomeinFout("fout/knop_onbekend")


def vul_aan(omg: Omgeving, casus: CasusRow, feiten: Mapping[str, Any]) -> None:
    """Typed words that fill an optional part of the card: the wish, what makes it hard, permissions."""
    velden: dict[str, Any] = {}
    if feiten.get("wens"):
        velden["wens"] = Wens(feiten["wens"])
    if feiten.get("belemmeringen") is not None:
        velden["belemmeringen"] = tuple(Belemmering(x) for x in feiten["belemmeringen"])
    if feiten.get("extra"):
        velden["extra"] = tuple(dict.fromkeys((*dossier_van(casus).extra, *(Extra(x) for x in feiten["extra"]))))
    triage.pas_kaart_aan(omg, casus, **velden)
