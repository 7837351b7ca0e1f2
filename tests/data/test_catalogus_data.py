"""The demo catalogues: valid, broad enough, and with everything that the matching must be able to show."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.domein.activiteit import Activiteit, Capaciteit
from bot.domein.lijsten import Belemmering, Leefgebied, Leeftijdsgroep
from bot.domein.matching import Zoekvraag, zoek
from bot.domein.zoekvraag import maanden_eerder
from bot.services.catalogus import controleer
from bot.services.protocollen import laad_protocol
from bot.services.teksten import Teksten

DATA = Path(__file__).parents[2] / "data"
GEMEENTEN = ("zoetermeer", "vlissingen")


def gebieden_van(gemeente: str) -> tuple[str, ...]:
    protocol = laad_protocol(DATA / "protocol" / f"{gemeente}.yml")
    return (*protocol.wijken, *(f"wsv:{wsv.code}" for wsv in protocol.wsvs))


@cache
def activiteiten(gemeente: str) -> tuple[Activiteit, ...]:
    return controleer(DATA / "catalogus" / f"{gemeente}.csv").activiteiten


def vandaag(catalogus: tuple[Activiteit, ...]) -> date:
    return max(activiteit.gecontroleerd_op for activiteit in catalogus)


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_the_file_is_good_for_its_gemeente(gemeente: str):
    teksten = Teksten.uit_map(DATA / "teksten")
    ingelezen = controleer(DATA / "catalogus" / f"{gemeente}.csv", gebieden=gebieden_van(gemeente))
    assert [fout.volledig(teksten) for fout in ingelezen.fouten] == []


@pytest.mark.parametrize(("gemeente", "ten_minste", "per_leefgebied"), [("zoetermeer", 70, 3), ("vlissingen", 25, 1)])
def test_it_is_broad_enough(gemeente: str, ten_minste: int, per_leefgebied: int):
    catalogus = activiteiten(gemeente)
    per_gebied = Counter(gebied for activiteit in catalogus for gebied in activiteit.leefgebieden)
    assert len(catalogus) >= ten_minste
    assert [gebied for gebied in Leefgebied if per_gebied[gebied] < per_leefgebied] == []


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_every_wijk_has_something(gemeente: str):
    wijken = {gebied for gebied in gebieden_van(gemeente) if not gebied.startswith("wsv:")}
    assert {activiteit.wijk for activiteit in activiteiten(gemeente)} - {""} == wijken


def test_zoetermeer_shows_every_kind():
    catalogus = activiteiten("zoetermeer")
    dag = vandaag(catalogus)
    oud = [a for a in catalogus if a.gecontroleerd_op < maanden_eerder(dag, 6)]
    te_oud = [a for a in oud if a.gecontroleerd_op < maanden_eerder(dag, 12)]
    capaciteit = Counter(activiteit.capaciteit for activiteit in catalogus)
    betaald = Counter(activiteit.minimaregeling for activiteit in catalogus if activiteit.kosten)
    assert (len(oud) - len(te_oud), len(te_oud)) >= (5, 3)
    assert min(capaciteit[soort] for soort in Capaciteit) >= 3
    assert min(betaald[True], betaald[False]) >= 3
    for veld in ("digitaal_nodig", "begeleiding", "vervoer_geregeld", "aan_huis", "respijt"):
        assert sum(getattr(activiteit, veld) for activiteit in catalogus) >= 3, veld
    assert len({taal for activiteit in catalogus for taal in activiteit.talen}) >= 6


@pytest.mark.parametrize("gebied", Leefgebied)
@pytest.mark.parametrize("wijk", gebieden_van("zoetermeer")[:10])
def test_an_adult_gets_a_proposal_for_every_leefgebied_in_every_wijk(gebied: Leefgebied, wijk: str):
    catalogus = activiteiten("zoetermeer")
    vraag = Zoekvraag((gebied,), wijk, "oost", Leeftijdsgroep.V30_49)
    assert zoek(catalogus, vraag, peildatum=vandaag(catalogus)).voorstel


def test_the_sentence_of_the_specification_gets_three_that_fit():
    catalogus = activiteiten("zoetermeer")
    vraag = Zoekvraag(
        (Leefgebied.ROUW, Leefgebied.EENZAAMHEID, Leefgebied.VERVOER),
        "Palenstein",
        "oost",
        Leeftijdsgroep.V75_84,
        belemmeringen=(Belemmering.VERVOER,),
    )
    voorstel = zoek(catalogus, vraag, peildatum=vandaag(catalogus)).voorstel
    gedekt = {gebied for kandidaat in voorstel for gebied in kandidaat.activiteit.leefgebieden}
    assert len(voorstel) == 3
    assert gedekt >= set(vraag.leefgebieden)


def test_no_name_of_a_person_and_only_made_up_numbers():
    for gemeente, begin in (("zoetermeer", "079-5550"), ("vlissingen", "0118-5550")):
        assert all(activiteit.contact.startswith(begin) for activiteit in activiteiten(gemeente))
