"""The matching: what is proposed, in which order, and why others are not."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domein.activiteit import Activiteit, Capaciteit
from bot.domein.lijsten import Belemmering, Leefgebied, Leeftijdsgroep
from bot.domein.matching import Uitslag, Zoekvraag, zoek
from bot.domein.zoekvraag import maanden_eerder
from tests.domein.activiteiten import PEILDATUM, een_activiteit

B, L, G = Belemmering, Leefgebied, Leeftijdsgroep


def vraag(**velden: Any) -> Zoekvraag:
    standaard = {"leefgebieden": (L.EENZAAMHEID,), "wijk": "Palenstein", "wsv": "oost", "leeftijdsgroep": G.V50_64}
    return Zoekvraag(**(standaard | velden))


def zoek_in(*activiteiten: Activiteit, **velden: Any) -> Uitslag:
    return zoek(activiteiten, vraag(**velden), peildatum=PEILDATUM)


def ids(uitslag: Uitslag) -> list[str]:
    return [kandidaat.activiteit.id for kandidaat in uitslag.voorstel]


def redenen(uitslag: Uitslag) -> list[str]:
    return [reden.naam for reden in uitslag.voorstel[0].redenen]


NIET = [  # (the activity, the question, why not; None: it is not near enough to be told)
    ({"leefgebieden": ("wonen",)}, {}, None),
    ({"status": "concept"}, {}, None),
    ({"status": "gestopt"}, {}, "gestopt"),
    ({"werkgebied": ("Meerzicht",), "wijk": "Meerzicht"}, {}, "wijk"),
    ({"werkgebied": ("wsv:west",)}, {}, "wijk"),
    ({"werkgebied": ("wsv:west",), "capaciteit": "vol"}, {}, None),
    ({"capaciteit": "vol"}, {}, "vol"),
    ({"gecontroleerd_op": date(2025, 11, 24)}, {}, "verlopen"),
    ({"geldig_tot": date(2026, 11, 24)}, {}, "voorbij"),
    ({"geldig_van": date(2026, 11, 26)}, {}, "nog_niet"),
    ({"leeftijd_min": 65}, {}, "leeftijd_vanaf"),
    ({"leeftijd_min": None, "leeftijd_max": 27}, {}, "leeftijd_tot"),
    ({"leeftijd_min": 16, "leeftijd_max": 27}, {}, "leeftijd"),
    ({"leeftijd_min": 8, "leeftijd_max": 12}, {"leeftijdsgroep": G.KIND, "ouder_is_client": True}, "leeftijd"),
    ({}, {"leeftijdsgroep": G.KIND}, "leeftijd_vanaf"),
    (
        {"leefgebieden": ("opvoeding_jeugd",), "leeftijd_min": 14, "leeftijd_max": 24},
        {"leefgebieden": (L.OPVOEDING_JEUGD,), "leeftijdsgroep": G.KIND, "ouder_is_client": True},
        "leeftijd",
    ),
    ({"leeftijd_min": 75}, {"leeftijdsgroep": G.KIND, "ouder_is_client": True}, "leeftijd_vanaf"),
    ({"kosten": 250, "kosten_tekst": "€ 2,50"}, {"belemmeringen": (B.GELD,)}, "belemmering_geld"),
    ({"digitaal_nodig": True}, {"belemmeringen": (B.DIGITAAL,)}, "belemmering_digitaal"),
    ({"toegankelijkheid": (), "aan_huis": False}, {"belemmeringen": (B.MOBILITEIT,)}, "belemmering_mobiliteit"),
    ({"wijk": "Dorp", "aan_huis": False}, {"belemmeringen": (B.VERVOER,)}, "belemmering_vervoer"),
    ({"wijk": "", "aan_huis": False}, {"belemmeringen": (B.VERVOER,)}, "belemmering_vervoer"),
    ({"talen": ("Nederlands",)}, {"belemmeringen": (B.TAAL,)}, "belemmering_taal"),
    ({"aan_huis": False}, {"belemmeringen": (B.NIET_WEG_VAN_HUIS,)}, "belemmering_niet_weg_van_huis"),
    ({"niet_geschikt_voor": ("taal",)}, {"belemmeringen": (B.TAAL,)}, "niet_geschikt"),
]


@pytest.mark.parametrize(("activiteit", "gevraagd", "waarom"), NIET)
def test_an_activity_falls_out_and_tells_why(activiteit: dict[str, Any], gevraagd: dict[str, Any], waarom: str | None):
    uitslag = zoek_in(een_activiteit(**activiteit), **gevraagd)
    assert uitslag.voorstel == ()
    assert [weg.reden.naam for weg in uitslag.afgevallen] == ([f"reden_niet/{waarom}"] if waarom else [])


WEL = [
    ({}, {}),
    ({}, {"leeftijdsgroep": None}),
    ({"werkgebied": ("wsv:oost",)}, {}),
    ({"werkgebied": ("Dorp", "Palenstein")}, {}),
    ({"capaciteit": "wachtlijst", "wachttijd_weken": 4}, {}),
    ({"gecontroleerd_op": date(2025, 11, 25)}, {}),
    ({"geldig_van": PEILDATUM, "geldig_tot": PEILDATUM}, {}),
    ({"leeftijd_min": 64}, {}),
    ({"kosten": 250, "kosten_tekst": "€ 2,50", "minimaregeling": True}, {"belemmeringen": (B.GELD,)}),
    ({"toegankelijkheid": ()}, {"belemmeringen": (B.MOBILITEIT,)}),
    ({"aan_huis": False}, {"belemmeringen": (B.MOBILITEIT,)}),
    ({"aan_huis": False}, {"belemmeringen": (B.VERVOER,)}),
    ({"wijk": "Dorp", "aan_huis": False, "vervoer_geregeld": True}, {"belemmeringen": (B.VERVOER,)}),
    ({"wijk": "", "aan_huis": False, "werkgebied": ("Palenstein",)}, {"belemmeringen": (B.VERVOER,)}),
    ({"talen": ("Nederlands", "Turks")}, {"belemmeringen": (B.TAAL,)}),
    ({"aan_huis": False, "respijt": True}, {"belemmeringen": (B.NIET_WEG_VAN_HUIS,)}),
    ({"begeleiding": False}, {"belemmeringen": (B.DURFT_NIET_ALLEEN,)}),
    ({}, {"belemmeringen": tuple(B)}),
    ({}, {"leeftijdsgroep": G.KIND, "ouder_is_client": True}),
    (
        {"leefgebieden": ("opvoeding_jeugd",), "leeftijd_min": 6, "leeftijd_max": 12},
        {"leefgebieden": (L.OPVOEDING_JEUGD,), "leeftijdsgroep": G.KIND, "ouder_is_client": True},
    ),
    (
        {"leefgebieden": ("opvoeding_jeugd",), "leeftijd_min": 18},
        {"leefgebieden": (L.OPVOEDING_JEUGD,), "leeftijdsgroep": G.KIND, "ouder_is_client": True},
    ),
]


@pytest.mark.parametrize(("activiteit", "gevraagd"), WEL)
def test_an_activity_is_proposed(activiteit: dict[str, Any], gevraagd: dict[str, Any]):
    uitslag = zoek_in(een_activiteit(**activiteit), **gevraagd)
    assert ids(uitslag) == ["koffie"]
    assert uitslag.afgevallen == ()


HOGER = [  # (the better one, the lesser one, the question)
    ({}, {"wijk": "Dorp"}, {}),
    ({}, {"kosten": 250, "kosten_tekst": "€ 2,50"}, {}),
    ({}, {"capaciteit": "wachtlijst"}, {}),
    ({}, {"leeftijd_min": 60}, {}),
    ({}, {"gecontroleerd_op": date(2026, 5, 24)}, {}),
    ({"wijk": "Dorp"}, {"gecontroleerd_op": date(2026, 5, 24)}, {}),
    ({"begeleiding": True, "wijk": "Dorp"}, {}, {"belemmeringen": (B.DURFT_NIET_ALLEEN,)}),
    ({}, {"leefgebieden": ("rouw", "eenzaamheid")}, {}),
    ({"leefgebieden": ("eenzaamheid", "rouw"), "wijk": "Dorp"}, {}, {"leefgebieden": (L.EENZAAMHEID, L.ROUW)}),
]


@pytest.mark.parametrize(("beter", "minder", "gevraagd"), HOGER)
def test_the_rank(beter: dict[str, Any], minder: dict[str, Any], gevraagd: dict[str, Any]):
    hoog, laag = een_activiteit(id="zz", **beter), een_activiteit(id="aa", **minder)
    assert ids(zoek_in(laag, hoog, **gevraagd)) == ["zz", "aa"]


def test_different_needs_are_covered_before_one_is_repeated():
    koffie = [een_activiteit(id=f"koffie-{nr}") for nr in range(3)]
    rouw = een_activiteit(id="rouw", leefgebieden=("rouw",), wijk="Dorp", gecontroleerd_op=date(2026, 1, 1))
    uitslag = zoek_in(*koffie, rouw, leefgebieden=(L.EENZAAMHEID, L.ROUW))
    assert ids(uitslag) == ["koffie-0", "rouw", "koffie-1"]


def test_the_first_need_goes_first_when_all_is_equal():
    rouw = een_activiteit(id="aa", leefgebieden=("rouw",))
    assert ids(zoek_in(rouw, een_activiteit(id="zz"), leefgebieden=(L.EENZAAMHEID, L.ROUW))) == ["zz", "aa"]


def test_an_old_check_is_told_and_a_recent_one_is_not():
    (oud,) = zoek_in(een_activiteit(gecontroleerd_op=date(2026, 5, 24))).voorstel
    (net,) = zoek_in(een_activiteit(gecontroleerd_op=date(2026, 5, 25))).voorstel
    assert (oud.controleer_eerst, net.controleer_eerst) == (True, False)


def test_every_need_and_every_point_has_a_reason():
    activiteit = een_activiteit(leefgebieden=("rouw", "eenzaamheid"), begeleiding=True, capaciteit="wachtlijst")
    uitslag = zoek_in(
        activiteit, leefgebieden=(L.EENZAAMHEID, L.ROUW), belemmeringen=(B.DURFT_NIET_ALLEEN, B.VERVOER, B.TAAL)
    )
    assert redenen(uitslag) == [
        "reden/kern_leefgebied",
        "reden/ook_leefgebied",
        "reden/eigen_wijk",
        "reden/aan_huis",
        "reden/begeleiding",
        "reden/taal",
        "reden/gratis",
        "reden/wachtlijst",
    ]
    assert uitslag.voorstel[0].redenen[0].variabelen == {"leefgebied": "rouw"}


@pytest.mark.parametrize(
    ("velden", "plaats"),
    [
        ({"aan_huis": True, "wijk": ""}, "reden/aan_huis"),
        ({"aan_huis": False, "wijk": "Dorp"}, "reden/hele_gemeente"),
        ({"aan_huis": False, "wijk": "Dorp", "werkgebied": ("wsv:oost",)}, "reden/in_de_buurt"),
    ],
)
def test_where_it_is(velden: dict[str, Any], plaats: str):
    assert plaats in redenen(zoek_in(een_activiteit(**velden)))


def test_what_fits_but_stands_lower_is_told_last():
    vol = een_activiteit(id="vol", capaciteit="vol")
    uitslag = zoek_in(*(een_activiteit(id=f"a{nr}") for nr in range(5)), vol)
    assert ids(uitslag) == ["a0", "a1", "a2"]
    assert [(weg.activiteit.id, weg.reden.naam) for weg in uitslag.afgevallen] == [
        ("vol", "reden_niet/vol"),
        ("a3", "reden_niet/lager"),
        ("a4", "reden_niet/lager"),
    ]


def test_a_changed_copy_is_weighed_anew():
    activiteit = een_activiteit()
    assert ids(zoek_in(activiteit)) == ["koffie"]
    assert ids(zoek_in(activiteit.model_copy(update={"capaciteit": Capaciteit.VOL}))) == []


@pytest.mark.parametrize(
    ("dag", "maanden", "eerder"),
    [
        (date(2026, 11, 25), 6, date(2026, 5, 25)),
        (date(2026, 3, 15), 6, date(2025, 9, 15)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_earlier(dag: date, maanden: int, eerder: date):
    assert maanden_eerder(dag, maanden) == eerder


WIJKEN = st.sampled_from(["Palenstein", "Dorp", "Meerzicht"])
VRAGEN = st.builds(
    Zoekvraag,
    leefgebieden=st.lists(st.sampled_from(list(L)[:4]), min_size=1, max_size=3, unique=True).map(tuple),
    wijk=WIJKEN,
    wsv=st.sampled_from(["oost", "west"]),
    leeftijdsgroep=st.none() | st.sampled_from(list(G)),
    ouder_is_client=st.booleans(),
    belemmeringen=st.lists(st.sampled_from(list(B)), max_size=3, unique=True).map(tuple),
)
VELDEN = st.fixed_dictionaries(
    {
        "leefgebieden": st.lists(st.sampled_from(list(L)[:4]), min_size=1, max_size=3, unique=True),
        "werkgebied": st.sampled_from([("gemeente",), ("Dorp",), ("wsv:oost",), ("Palenstein", "Meerzicht")]),
        "wijk": WIJKEN | st.just(""),
        "leeftijd_min": st.none() | st.sampled_from([6, 16, 18, 55, 65]),
        "kosten": st.just(0),
        "minimaregeling": st.booleans(),
        "capaciteit": st.sampled_from(list(Capaciteit)),
        "toegankelijkheid": st.sampled_from([(), ("rolstoel",)]),
        "talen": st.sampled_from([("Nederlands",), ("Turks",)]),
        "status": st.sampled_from(["actief", "actief", "gestopt", "concept"]),
        "gecontroleerd_op": st.integers(0, 500).map(lambda dagen: PEILDATUM - timedelta(days=dagen)),
    }
    | {naam: st.booleans() for naam in ("digitaal_nodig", "begeleiding", "vervoer_geregeld", "aan_huis", "respijt")}
)
CATALOGUS = st.lists(VELDEN, max_size=12).map(
    lambda rijen: [een_activiteit(id=f"a{nr:02d}", **velden) for nr, velden in enumerate(rijen)]
)


@settings(max_examples=150, deadline=None)
@given(catalogus=CATALOGUS, gevraagd=VRAGEN, data=st.data())
def test_the_order_of_the_catalogue_does_not_matter(
    catalogus: list[Activiteit], gevraagd: Zoekvraag, data: st.DataObject
):
    geschud = data.draw(st.permutations(catalogus))
    een, twee = zoek(catalogus, gevraagd, peildatum=PEILDATUM), zoek(geschud, gevraagd, peildatum=PEILDATUM)
    assert een.voorstel == twee.voorstel
    assert een.afgevallen == twee.afgevallen


@settings(max_examples=150, deadline=None)
@given(catalogus=CATALOGUS, gevraagd=VRAGEN)
def test_nothing_excluded_is_ever_proposed(catalogus: list[Activiteit], gevraagd: Zoekvraag):
    uitslag = zoek(catalogus, gevraagd, peildatum=PEILDATUM)
    assert len(uitslag.voorstel) <= 3
    assert not {k.activiteit.id for k in uitslag.voorstel} & {weg.activiteit.id for weg in uitslag.afgevallen}
    for activiteit in (kandidaat.activiteit for kandidaat in uitslag.voorstel):
        lastig = set(gevraagd.belemmeringen)
        assert set(activiteit.leefgebieden) & set(gevraagd.leefgebieden)
        assert set(activiteit.werkgebied) & {"gemeente", gevraagd.wijk, f"wsv:{gevraagd.wsv}"}
        assert activiteit.status == "actief"
        assert activiteit.capaciteit != "vol"
        assert activiteit.gecontroleerd_op >= date(2025, 11, 25)
        assert not (B.DIGITAAL in lastig and activiteit.digitaal_nodig)
        assert not (B.TAAL in lastig and activiteit.talen == ("Nederlands",))
        if not activiteit.aan_huis:
            assert B.NIET_WEG_VAN_HUIS not in lastig or activiteit.respijt
            assert B.MOBILITEIT not in lastig or "rolstoel" in activiteit.toegankelijkheid
            elders = (activiteit.wijk or activiteit.werkgebied[0]) != gevraagd.wijk
            assert B.VERVOER not in lastig or activiteit.vervoer_geregeld or not elders


@settings(max_examples=100, deadline=None)
@given(catalogus=CATALOGUS, gevraagd=VRAGEN)
def test_something_is_proposed_for_every_need_that_can_be_met(catalogus: list[Activiteit], gevraagd: Zoekvraag):
    alles = zoek(catalogus, gevraagd, peildatum=PEILDATUM, maximaal=len(catalogus))
    mogelijk = {gebied for k in alles.voorstel for gebied in k.activiteit.leefgebieden} & set(gevraagd.leefgebieden)
    getoond = zoek(catalogus, gevraagd, peildatum=PEILDATUM).voorstel
    assert mogelijk <= {gebied for k in getoond for gebied in k.activiteit.leefgebieden}
