"""House rules for what people read: every text exists, is used, has the right blanks, and is short, plain Dutch."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from sqlmodel import Session

from bot.channel import lezen
from bot.channel.menu import OPDRACHTEN
from bot.domein import lijsten
from bot.domein.activiteit import Aanmelden
from bot.domein.dossier import Dossier
from bot.domein.lijsten import Rol, VraagId
from bot.domein.lus import VOLGENDE
from bot.domein.verloop import wie_mag_toestemmen
from bot.services.ids import VasteIds
from bot.services.klok import SysteemKlok
from bot.services.lus import MET_VRAAG
from bot.services.omgeving import Gebruiker, Omgeving
from bot.services.protocollen import Protocollen
from bot.services.teksten import Teksten
from bot.services.toestemmingstekst import (
    DEELBARE_VELDEN,
    INVULPLEKKEN,
    MAX_WOORDEN,
    invulplekken,
    vul_toestemming,
)
from bot.services.tussenvragen import gemeente_variabelen
from bot.services.yamlbestand import YamlBestand
from nlu.labels import BUITEN_ONDERWERP, SOCIAAL, SOORTEN, TUSSENVRAGEN
from tests.huisregels.tekstgebruik import WORTEL, alle_gebruik

BESTANDEN = sorted((WORTEL / "data" / "teksten").glob("*.yml"))
TEKSTEN = Teksten.uit_map(WORTEL / "data" / "teksten")
PROTOCOLLEN = Protocollen.uit_map(WORTEL / "data" / "protocol", TEKSTEN)
NAMEN_ZONDER_TEKST = frozenset({"status/casus", "contactpersoon/kaart"})  # messages put together from other texts

TE_RUIM = frozenset({"protocol/.*", "catalogus/fout/.*", "reden/.*"})  # their ends stand in the code as well

AAN_DE_PATIENT = re.compile(r"(?:patient|voorlezen)/.*|label/(?:veld|contactroute_patient)/.*")

MAX_WOORDEN_ZIN, GEMIDDELD_ZIN, MAX_ANTWOORD, MAX_REGELS = 22, 12, 60, 4


def _toestemmingsknoppen() -> Iterator[tuple[str, str]]:
    """Who comes first may give the permission for terugkoppeling in the same tap."""
    for groep in lijsten.Leeftijdsgroep:
        eerste, *anderen = wie_mag_toestemmen(Dossier(leeftijdsgroep=groep))
        yield from ((eerste, ""), (eerste, "+terugkoppeling"), *((wie, "") for wie in anderen))


LIJSTEN: dict[str, Iterable[str]] = {
    "label/leefgebied/": lijsten.Leefgebied,
    "label/icpc/": lijsten.Leefgebied,
    "label/vlag/": lijsten.RodeVlag,
    "label/veilig/": ["geen", *lijsten.RodeVlag, *lijsten.Stopgrond],
    "label/overrule/": lijsten.OverruleReden,
    "label/teruggaaf/": lijsten.TeruggaafReden,
    "label/teruggaaf_reden/": lijsten.TeruggaafReden,
    "label/leeftijdsgroep/": lijsten.Leeftijdsgroep,
    "label/ouder/": ["ouder_is_client", "ouder_is_geen_client"],
    "label/wens/": lijsten.Wens,
    "label/belemmering/": lijsten.Belemmering,
    "label/route/": lijsten.Route,
    "label/contactroute/": ["", *lijsten.Contactroute],
    "label/contactroute_patient/": ["", *lijsten.Contactroute],
    "label/toestemming_door/": lijsten.ToestemmingDoor,
    "label/door/": ["", *lijsten.ToestemmingDoor],
    "label/extra/": lijsten.Extra,
    "label/extra_knop/": lijsten.Extra,
    "label/bevestigen/": lijsten.Bevestiging,
    "label/vraag/": VraagId,
    "label/veld/": DEELBARE_VELDEN,
    "label/soort/": SOORTEN,
    "label/status/": lijsten.CasusStatus,
    "label/status_knop/": set().union(*VOLGENDE.values()),
    "label/uitkomst/": lijsten.Uitkomst,
    "label/toestemming/": {f"{wie}{extra}" for wie, extra in _toestemmingsknoppen()},
    "label/aanmelden/": Aanmelden,
    "antwoord/": [
        *TUSSENVRAGEN, "wie_is_contactpersoon_geen", "minderjarig_onder_16", "kosten_voorstel", "waarom_niet",
        "waarom_niet_leeg", "klopt_niet",
    ],
    "waarom/": [*VraagId, "geen_vraag"],
    "onbegrepen/": [*VraagId, "balie", "lijst"],
    "sociaal/": [*SOCIAAL, BUITEN_ONDERWERP],
    "vlag/": [*lijsten.RodeVlag, *lijsten.Stopgrond, "overrule"],
    "contactpersoon/status_": set(VOLGENDE) - {*MET_VRAAG} | {lijsten.CasusStatus.INGETROKKEN},
    "assistent/status_": {*set().union(*VOLGENDE.values()) - {*MET_VRAAG, lijsten.CasusStatus.INGETROKKEN}, "klaar"},
    "uitkomst/buiten_": lijsten.BuitenReden,
    "uitkomst/contactroute_": lijsten.Contactroute,
    "anders/": {*lezen.SOORT_BERICHT.values(), "bewerkt", "onbekend"},
    "kanaal/welkom_": Rol,
    "menu/": {naam for namen in OPDRACHTEN.values() for naam in namen},
    "menu_woorden/": {naam for namen in OPDRACHTEN.values() for naam in namen},
    "account/stand/": ["ingetrokken", "aangemeld", "uitgenodigd"],
    "patient/": [*lijsten.Contactroute, "zelf", "activiteiten"],
}  # fmt: skip
"""Families of which the names are known: exactly these, no more and no fewer."""


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.name)
def test_geen_naam_staat_twee_keer_in_een_bestand(bestand: Path) -> None:
    YamlBestand.open(bestand, TEKSTEN)


@pytest.mark.parametrize("gebruik", [g for g in alle_gebruik() if g.is_vast], ids=lambda g: f"{g.plek} {g.patroon}")
def test_elke_naam_in_de_code_bestaat(gebruik) -> None:  # type: ignore[no-untyped-def]
    naam = gebruik.patroon.replace("\\", "")
    if naam.split("/")[0] not in {bekend.split("/")[0] for bekend in TEKSTEN.namen()}:
        return
    assert naam in NAMEN_ZONDER_TEKST or TEKSTEN.heeft(naam)


@pytest.mark.parametrize("begin", LIJSTEN)
def test_elke_gesloten_lijst_heeft_precies_zijn_teksten(begin: str) -> None:
    aanwezig = {naam.removeprefix(begin) for naam in TEKSTEN.namen() if naam.startswith(begin)}
    assert aanwezig == {str(waarde) for waarde in LIJSTEN[begin]}


@pytest.mark.parametrize("soort", sorted({naam.split("/")[0] for naam in TEKSTEN.namen()}))
def test_geen_tekst_is_overbodig(soort: str) -> None:
    gebruikt = [gebruik for gebruik in alle_gebruik() if gebruik.patroon not in TE_RUIM]
    over = [
        naam
        for naam in TEKSTEN.namen()
        if naam.startswith(f"{soort}/")
        and not naam.startswith(tuple(LIJSTEN))
        and not any(g.past(naam) for g in gebruikt)
    ]
    assert over == []


@pytest.mark.parametrize(
    "gebruik", [g for g in alle_gebruik() if g.velden is not None], ids=lambda g: f"{g.plek} {g.patroon}"
)
def test_elke_aanroep_vult_alle_plekken(gebruik) -> None:  # type: ignore[no-untyped-def]
    namen = [naam for naam in TEKSTEN.namen() if gebruik.past(naam)]
    assert namen, f"geen tekst past bij {gebruik.patroon}"
    open_plekken = {
        naam: TEKSTEN.velden(naam) - gebruik.velden for naam in namen if TEKSTEN.velden(naam) - gebruik.velden
    }
    assert open_plekken == {}


def test_plekken_zijn_gewone_namen() -> None:
    for naam in TEKSTEN.namen():
        invulplekken(TEKSTEN.ruw(naam))


@pytest.mark.parametrize("gemeente", PROTOCOLLEN.gemeenten())
def test_geen_tekst_is_te_lang_roept_of_is_leeg(gemeente: str) -> None:
    teksten = PROTOCOLLEN.teksten_van(gemeente)
    for naam in teksten.namen():
        tekst = teksten.ruw(naam)
        assert len(tekst) <= 4096, naam
        assert "!" not in tekst, naam
        assert tekst or naam == "label/contactroute_patient/", naam


def zinnen(tekst: str) -> list[int]:
    """The number of words of every sentence; a line, a dash of a list or a blank ends or counts as one."""
    delen = re.split(r"(?<=[.?])\s+|\n+|[;•]|(?<=:)\s", tekst)
    return [len(woorden) for deel in delen if (woorden := re.findall(r"[\w{][\w}’'/-]*", deel))]


def te_lange_zinnen(teksten: Teksten) -> list[str]:
    return [naam for naam in teksten.namen() if max(zinnen(teksten.ruw(naam)), default=0) > MAX_WOORDEN_ZIN]


@pytest.mark.parametrize("gemeente", PROTOCOLLEN.gemeenten())
def test_geen_zin_is_langer_dan_22_woorden(gemeente: str) -> None:
    assert te_lange_zinnen(PROTOCOLLEN.teksten_van(gemeente)) == []


@pytest.mark.parametrize("gemeente", PROTOCOLLEN.gemeenten())
def test_zinnen_zijn_gemiddeld_hoogstens_12_woorden(gemeente: str) -> None:
    teksten = PROTOCOLLEN.teksten_van(gemeente)
    for begin in {naam.split("/")[0] for naam in teksten.namen()}:
        lengtes = [n for naam in teksten.namen() if naam.startswith(f"{begin}/") for n in zinnen(teksten.ruw(naam))]
        assert sum(lengtes) / len(lengtes) <= GEMIDDELD_ZIN, begin


def test_tegen_de_assistent_is_het_je_tegen_de_patient_u() -> None:
    for naam in TEKSTEN.namen():
        woorden = set(re.findall(r"\w+", TEKSTEN.ruw(naam).lower()))
        verkeerd = {"je", "jij", "jouw", "jullie"} if AAN_DE_PATIENT.fullmatch(naam) else {"u", "uw"}
        assert not woorden & verkeerd, naam


def omgeving(gemeente: str, praktijk: str) -> Omgeving:
    return Omgeving(
        session=cast(Session, None),
        klok=SysteemKlok(),
        ids=VasteIds(),
        protocollen=PROTOCOLLEN,
        protocol=PROTOCOLLEN.van(gemeente),
        teksten=PROTOCOLLEN.teksten_van(gemeente),
        gebruiker=Gebruiker("assistent", Rol.ASSISTENT, gemeente, praktijk=praktijk),
    )


PRAKTIJKEN = [(g, p.code) for g in PROTOCOLLEN.gemeenten() for p in PROTOCOLLEN.van(g).praktijken]


@pytest.mark.parametrize(("gemeente", "praktijk"), PRAKTIJKEN)
def test_elk_antwoord_is_kort_en_compleet_in_elke_praktijk(gemeente: str, praktijk: str) -> None:
    omg = omgeving(gemeente, praktijk)
    variabelen = gemeente_variabelen(omg) | {"regels": "…", "kosten": "…", "naam": "…"}
    for naam in omg.teksten.namen():
        if not naam.startswith(("antwoord/", "waarom/")):
            continue
        tekst = omg.teksten.vul(naam, **variabelen)
        assert len(tekst.split()) <= MAX_ANTWOORD, naam
        assert len(tekst.splitlines()) <= MAX_REGELS, naam


TOESTEMMINGEN = [
    (protocol, persoon, route)
    for protocol in map(PROTOCOLLEN.van, PROTOCOLLEN.gemeenten())
    for persoon in protocol.contactpersonen
    for route in protocol.contactroutes
]


@pytest.mark.parametrize(
    ("protocol", "persoon", "route"), TOESTEMMINGEN, ids=[f"{p.gemeente} {c.code} {r}" for p, c, r in TOESTEMMINGEN]
)
def test_toestemming_zegt_alles_in_90_woorden(protocol, persoon, route) -> None:  # type: ignore[no-untyped-def]
    teksten = PROTOCOLLEN.teksten_van(protocol.gemeente)
    assert invulplekken(protocol.toestemming.tekst) == INVULPLEKKEN
    tekst = vul_toestemming(protocol, teksten, persoon=persoon, velden=DEELBARE_VELDEN, contactroute=route)
    assert len(tekst.split()) <= MAX_WOORDEN
    assert max(zinnen(protocol.toestemming.tekst)) <= MAX_WOORDEN_ZIN
    for moet in (persoon.organisatie, persoon.functie, "medisch", "nee zeggen", "later stoppen", "nadeel", " u"):
        assert moet in tekst
    assert not re.search(r"\b(?:je|jij|jouw|jullie)\b|!", tekst)


def test_de_stoplijst_staat_in_elke_gemeente_vooraan() -> None:
    for gemeente in PROTOCOLLEN.gemeenten():
        assert PROTOCOLLEN.van(gemeente).vragen[:2] == (VraagId.HULPVRAAG, VraagId.VEILIG)
