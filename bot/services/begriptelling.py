"""Counts per week how well messages are understood: numbers only, no text, no case, no person.

A number that moves from week to week ("drift") says that people have begun to write otherwise than the model knows.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, select

from bot.services.omgeving import Omgeving
from bot.services.overdracht import NEDERLAND
from bot.storage.samen import verhoog
from bot.storage.tabellen import BegripTellingRow


class Teller(StrEnum):
    """What is counted; the row's `id` says of which question, flag, reason or leefgebied."""

    EERSTE_ZIN = "eerste_zin"  # meteen | met_keuze | lijst
    ONBEGREPEN = "onbegrepen"  # the question that was open, or "balie"
    VLAG = "vlag"  # recognised in text
    VLAG_OPZIJ = "vlag_opzij"  # set aside by the assistant
    VLAG_REDEN = "vlag_reden"  # why
    VOORGESTELD = "voorgesteld"  # a leefgebied that was suggested, once the card is confirmed
    ERAF = "eraf"  # suggested, and taken off by the assistant
    ERBIJ = "erbij"  # not suggested, and added by her


def tel(omg: Omgeving, teller: Teller, *ids: str) -> None:
    """Adds one for each id in the week of now."""
    week = week_van(omg.klok.nu())
    for id_ in ids:
        sleutel = {"gemeente": omg.protocol.gemeente, "week": week, "teller": teller.value, "id": id_}
        verhoog(omg.session, BegripTellingRow, sleutel)


def tel_bevestigd(omg: Omgeving, *, herkend: Iterable[str], gekozen: Iterable[str]) -> None:
    """Compares what was suggested with what the assistant confirmed."""
    voor, na = set(herkend), set(gekozen)
    tel(omg, Teller.VOORGESTELD, *sorted(voor))
    tel(omg, Teller.ERAF, *sorted(voor - na))
    tel(omg, Teller.ERBIJ, *sorted(na - voor))


def tellingen(session: Session, gemeente: str, *, nu: datetime, weken: int) -> dict[str, dict[tuple[str, str], int]]:
    """The counts of the last weeks, this one included: week → (teller, id) → number. A week without any is empty."""
    uit: dict[str, dict[tuple[str, str], int]] = {
        week_van(nu - timedelta(weeks=terug)): {} for terug in reversed(range(weken))
    }
    eerste = next(iter(uit))
    vraag = select(BegripTellingRow).where(BegripTellingRow.gemeente == gemeente, BegripTellingRow.week >= eerste)
    for rij in session.exec(vraag):
        if rij.week in uit:
            uit[rij.week][rij.teller, rij.id] = rij.aantal
    return uit


def week_van(op: datetime) -> str:
    """The ISO week of a moment in the Netherlands, "2026-W48"."""
    dag: date = op.astimezone(NEDERLAND).date()
    jaar, week, _ = dag.isocalendar()
    return f"{jaar}-W{week:02d}"
