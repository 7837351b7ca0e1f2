"""Composition root: builds the house from the settings; every part can be replaced in a test."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine as DatabaseEngine
from sqlmodel import Session

from bot.dialogue.voering import Huis
from bot.services.bewaartermijn import wis_verlopen
from bot.services.demodata import zaai
from bot.services.ids import IdBron, SysteemIds
from bot.services.klok import Klok, SysteemKlok
from bot.services.protocollen import Protocollen, leg_versie_vast
from bot.services.teksten import Teksten
from bot.settings import Instellingen
from bot.storage.engine import lezend, maak_engine
from bot.storage.kolommen import Sleutelring, koppel_sleutels
from bot.storage.migrations import migreer

if TYPE_CHECKING:
    from bot.dialogue.engine import Engine  # imports rasa, which costs seconds

HIER = Path(__file__).resolve().parent.parent
DATA = HIER / "data"


class Opslag:
    """The database with its keys: `sessie()` is one transaction, `lezen()` one that only reads."""

    def __init__(self, engine: DatabaseEngine) -> None:
        self.engine = engine

    @contextmanager
    def sessie(self) -> Iterator[Session]:
        """A session that commits at the end, and rolls back when something fails."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def lezen(self) -> Iterator[Session]:
        """A session that waits for no writer and holds up none; a write in it is refused."""
        with Session(lezend(self.engine)) as session:
            yield session


def bouw_opslag(instellingen: Instellingen) -> Opslag:
    """Opens the database, with its keys, and brings it to the newest schema."""
    engine = maak_engine(instellingen.database_url)
    koppel_sleutels(engine, Sleutelring(instellingen.lees_sleutels()))
    migreer(engine)
    return Opslag(engine)


def bouw_huis(
    instellingen: Instellingen, *, opslag: Opslag | None = None, klok: Klok | None = None, ids: IdBron | None = None
) -> Huis:
    """Reads texts and protocols and brings everything together that a conversation needs, the model apart."""
    opslag = opslag or bouw_opslag(instellingen)
    klok = klok or SysteemKlok()
    teksten = Teksten.uit_map(DATA / "teksten")
    protocollen = Protocollen.uit_map(DATA / "protocol", teksten)
    with opslag.sessie() as session:
        for protocol, inhoud in protocollen.met_inhoud():
            leg_versie_vast(session, protocol, inhoud, nu=klok.nu())
        wis_verlopen(session, nu=klok.nu())
    return Huis(
        sessie=opslag.sessie,
        klok=klok,
        ids=ids or SysteemIds(),
        protocollen=protocollen,
        teksten=teksten,
        standaard_gemeente=instellingen.gemeente,
    )


def bouw_engine(instellingen: Instellingen) -> "Engine":
    """Loads the trained model with the in-process actions and our own tracker store.

    Raises:
        ModelFout: No model was trained, or it belongs to another version or language model.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from actions import alle_acties
    from bot.dialogue.acties import InProcessActies, bouw_uitvoerder
    from bot.dialogue.engine import Engine
    from bot.dialogue.model import laad_agent
    from bot.dialogue.tracker_store import CasusTrackerStore

    store = CasusTrackerStore()
    agent = laad_agent(
        instellingen.modelmap, actie_endpoint=InProcessActies(bouw_uitvoerder(alle_acties())), store=store
    )
    gc.collect()
    gc.freeze()  # what was loaded stays; a full collection that walks through it stops everyone for a third of a second
    return Engine(agent, store)


def zaai_demo(huis: Huis, gemeente: str) -> None:
    """Demo data of one gemeente, in one transaction."""
    with huis.sessie() as session:
        protocol = huis.protocollen.van(gemeente)
        zaai(session, protocol, catalogus=DATA / "catalogus" / f"{gemeente}.csv", nu=huis.klok.nu())
