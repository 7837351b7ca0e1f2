"""Taking a file into the catalogue: preview of the differences, all or nothing; the demo; and writing it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.domein.activiteit import Activiteit, ActiviteitStatus
from bot.services.catalogus.bestand import schrijf_tabel
from bot.services.catalogus.fouten import Rijfout
from bot.services.catalogus.kolommen import KEUZES, KOLOMMEN, rij_van
from bot.services.catalogus.lezen import Ingelezen, controleer
from bot.services.catalogus.opslag import activiteiten_van, bewaar_activiteiten

NEDERLAND = ZoneInfo("Europe/Amsterdam")
DEMO_NIEUWSTE = timedelta(days=3)
"""So long before now the newest activity of the demo was checked."""
_DATUMS = ("gecontroleerd_op", "geldig_van", "geldig_tot")


@dataclass(frozen=True)
class Wijziging:
    """ "Wijziging": an activity that differs from what is stored, and in which columns."""

    id: str
    naam: str
    velden: tuple[str, ...]


@dataclass(frozen=True)
class Importverslag:
    """ "Importverslag": what a file would change, or has changed (`geschreven`).

    Attributes:
        nieuw: Names of activities that were not there yet.
        gewijzigd: What differs.
        ongewijzigd: How many stay as they are.
        verdwenen: Activities that are stored and not in the file; they stay, see `stop_verdwenen`.
    """

    bestand: str
    fouten: tuple[Rijfout, ...] = ()
    nieuw: tuple[str, ...] = ()
    gewijzigd: tuple[Wijziging, ...] = ()
    ongewijzigd: int = 0
    verdwenen: tuple[Activiteit, ...] = ()
    geschreven: bool = False


def importeer(
    session: Session, gemeente: str, bestand: Path | Ingelezen, *, droog: bool, nu: datetime
) -> Importverslag:
    """Takes a file into the catalogue of a gemeente: everything, or nothing when one row is wrong.

    Args:
        session: The caller commits.
        gemeente: Whose catalogue.
        bestand: The file, or what `controleer` read of it (with the wijken of the gemeente).
        droog: Only tell what would change.
        nu: The present moment.
    """
    ingelezen = controleer(bestand) if isinstance(bestand, Path) else bestand
    fouten = (*ingelezen.fouten, *_uit_de_toekomst(ingelezen, nu.astimezone(NEDERLAND).date()))
    if fouten:
        return Importverslag(ingelezen.bestand, fouten=fouten)
    verslag = _vergelijk(ingelezen, activiteiten_van(session, gemeente))
    if droog:
        return verslag
    anders = {wijziging.id for wijziging in verslag.gewijzigd}
    oud = {activiteit.id for activiteit in activiteiten_van(session, gemeente)}
    te_bewaren = [a for a in ingelezen.activiteiten if a.id in anders or a.id not in oud]
    if te_bewaren:
        bewaar_activiteiten(session, gemeente, te_bewaren, nu=nu)
    return replace(verslag, geschreven=True)


def stop_verdwenen(session: Session, gemeente: str, verslag: Importverslag, *, nu: datetime) -> int:
    """Marks the activities that were not in the imported file as `gestopt`; tells how many."""
    lopend = [a for a in verslag.verdwenen if a.status is not ActiviteitStatus.GESTOPT]
    if not verslag.geschreven or not lopend:
        return 0
    gestopt = [a.model_copy(update={"status": ActiviteitStatus.GESTOPT}) for a in lopend]
    bewaar_activiteiten(session, gemeente, gestopt, nu=nu)
    return len(gestopt)


def exporteer(session: Session, gemeente: str, bestand: Path) -> int:
    """Writes the whole catalogue of a gemeente as .csv or .xlsx; `importeer` reads it back. Tells how many activities.

    Raises:
        CelFout: The suffix is neither .csv nor .xlsx.
    """
    activiteiten = activiteiten_van(session, gemeente)
    schrijf_tabel(bestand, KOLOMMEN, map(rij_van, activiteiten), keuzes=KEUZES)
    return len(activiteiten)


def schrijf_sjabloon(bestand: Path, *, voorbeeld: Path) -> None:
    """Writes an empty form with the columns and the rows of an example file, as .csv or .xlsx.

    Raises:
        CelFout: The suffix is neither .csv nor .xlsx.
    """
    schrijf_tabel(bestand, KOLOMMEN, map(rij_van, controleer(voorbeeld).activiteiten), keuzes=KEUZES)


def laad_demo(session: Session, gemeente: str, *, bestand: Path, nu: datetime) -> Importverslag:
    """Loads the demo with its dates moved, so that it is never older than it was when it was made.

    The newest check in the file becomes three days ago, and all other dates move along. A catalogue that somebody
    has worked on is left alone: only an empty one, or the demo itself as it was loaded before, is written.
    """
    ingelezen = controleer(bestand)
    opgeslagen = activiteiten_van(session, gemeente)
    vandaag = nu.astimezone(NEDERLAND).date()
    eigen_werk = bool(opgeslagen) and opgeslagen != _met_nieuwste(ingelezen, _nieuwste(opgeslagen))
    verschoven = _met_nieuwste(ingelezen, vandaag - DEMO_NIEUWSTE)
    rijen = tuple(zip((rij for rij, _ in ingelezen.rijen), _op_volgorde(ingelezen, verschoven), strict=True))
    return importeer(session, gemeente, replace(ingelezen, rijen=rijen), droog=eigen_werk, nu=nu)


def _nieuwste(activiteiten: Sequence[Activiteit]) -> date:
    return max(activiteit.gecontroleerd_op for activiteit in activiteiten)


def _met_nieuwste(ingelezen: Ingelezen, nieuwste: date) -> tuple[Activiteit, ...]:
    """The activities by id, with all dates moved so that the newest check falls on this day."""
    if not ingelezen.rijen:
        return ()
    verschil = nieuwste - _nieuwste(ingelezen.activiteiten)
    verschoven = (_verschuif(activiteit, verschil) for activiteit in ingelezen.activiteiten)
    return tuple(sorted(verschoven, key=lambda activiteit: activiteit.id))


def _op_volgorde(ingelezen: Ingelezen, activiteiten: tuple[Activiteit, ...]) -> list[Activiteit]:
    op_id = {activiteit.id: activiteit for activiteit in activiteiten}
    return [op_id[activiteit.id] for activiteit in ingelezen.activiteiten]


def _verschuif(activiteit: Activiteit, verschil: timedelta) -> Activiteit:
    datums = {veld: getattr(activiteit, veld) for veld in _DATUMS}
    return activiteit.model_copy(update={veld: dag + verschil for veld, dag in datums.items() if dag is not None})


def _uit_de_toekomst(ingelezen: Ingelezen, vandaag: date) -> list[Rijfout]:
    soort = "catalogus/fout/in_de_toekomst"
    return [
        Rijfout(ingelezen.bestand, rij, "gecontroleerd_op", soort, {"waarde": f"{a.gecontroleerd_op:%d-%m-%Y}"})
        for rij, a in ingelezen.rijen
        if a.gecontroleerd_op > vandaag
    ]


def _vergelijk(ingelezen: Ingelezen, opgeslagen: Sequence[Activiteit]) -> Importverslag:
    oud = {activiteit.id: activiteit for activiteit in opgeslagen}
    nieuw = {activiteit.id: activiteit for activiteit in ingelezen.activiteiten}
    gewijzigd = [
        Wijziging(id_, activiteit.naam, _verschillen(oud[id_], activiteit))
        for id_, activiteit in nieuw.items()
        if id_ in oud and oud[id_] != activiteit
    ]
    erbij = tuple(activiteit.naam for id_, activiteit in nieuw.items() if id_ not in oud)
    return Importverslag(
        ingelezen.bestand,
        nieuw=erbij,
        gewijzigd=tuple(gewijzigd),
        ongewijzigd=len(nieuw) - len(erbij) - len(gewijzigd),
        verdwenen=tuple(activiteit for activiteit in opgeslagen if activiteit.id not in nieuw),
    )


def _verschillen(oud: Activiteit, nieuw: Activiteit) -> tuple[str, ...]:
    return tuple(kolom for kolom in KOLOMMEN if getattr(oud, kolom) != getattr(nieuw, kolom))
