"""The course of the triage: rules as examples, and the safety invariants over random conversations."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domein import verloop
from bot.domein.dossier import Dossier
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

VRAGEN = tuple(VraagId)
PERSOON = "cp_oost"


def vraag_van(dossier: Dossier, persoon: str | None = PERSOON) -> VraagId | None:
    return verloop.volgende_vraag(dossier, VRAGEN, persoon)


def een_dossier(**velden: Any) -> Dossier:
    """A case that is ready for consent, unless told otherwise."""
    basis: dict[str, Any] = {
        "hulpvraag_gesteld": True,
        "stoplijst_nee": True,
        "leefgebieden": (Leefgebied.ROUW,),
        "leefgebieden_bevestigd": True,
        "wijk": "Palenstein",
        "leeftijdsgroep": Leeftijdsgroep.V75_84,
        "voorgesteld": ("a", "b", "c"),
        "gekozen": ("a",),
        "route": Route.CONTACTPERSOON,
        "contactroute": Contactroute.FORMULIER,
    }
    return Dossier(**{**basis, **velden})


def met_toestemming(dossier: Dossier, door: str = "zelf") -> Dossier:
    antwoord = {"gegeven": True, "door": door, "velden_digest": dossier.velden_digest(PERSOON)}
    return verloop.beantwoord(dossier, VraagId.TOESTEMMING, antwoord)


def test_rijke_eerste_zin_slaat_wijk_en_leeftijd_over() -> None:
    dossier = verloop.neem_op(Dossier(), {"leefgebieden": ["rouw"], "wijk": "Palenstein", "leeftijdsgroep": "75-84"})
    assert vraag_van(dossier) is VraagId.VEILIG
    dossier = verloop.beantwoord(dossier, VraagId.VEILIG, "geen")
    assert vraag_van(dossier) is VraagId.LEEFGEBIEDEN
    dossier = verloop.beantwoord(dossier, VraagId.LEEFGEBIEDEN, "klopt")
    assert vraag_van(dossier) is VraagId.VOORSTEL


def test_zonder_leefgebied_kan_de_kaart_niet_kloppen() -> None:
    with pytest.raises(DomeinFout):
        verloop.beantwoord(Dossier(hulpvraag_gesteld=True), VraagId.LEEFGEBIEDEN, "klopt")


@pytest.mark.parametrize("antwoord", [*RodeVlag, *Stopgrond])
def test_elk_antwoord_behalve_geen_stopt_bij_veilig(antwoord: str) -> None:
    dossier = verloop.beantwoord(Dossier(hulpvraag_gesteld=True), VraagId.VEILIG, antwoord)
    assert dossier.uitkomst is Uitkomst.GESTOPT
    assert vraag_van(dossier) is None


def test_zelf_gekozen_vlag_is_niet_te_overrulen() -> None:
    dossier = verloop.beantwoord(Dossier(hulpvraag_gesteld=True), VraagId.VEILIG, RodeVlag.SUICIDALITEIT)
    with pytest.raises(DomeinFout):
        verloop.overrule(dossier, OverruleReden.GAAT_OVER_VROEGER)


def test_herkende_vlag_overrulen_bewaart_de_reden_en_gaat_verder() -> None:
    gestopt = verloop.stop_met_vlag(een_dossier(), RodeVlag.ACUUT_MEDISCH)
    verder = verloop.overrule(gestopt, OverruleReden.HUISARTS_BEOORDEELD)
    assert verder.uitkomst is None
    assert verder.overruled[0].reden is OverruleReden.HUISARTS_BEOORDEELD
    assert vraag_van(verder) is VraagId.TOESTEMMING


@pytest.mark.parametrize("groep", [Leeftijdsgroep.KIND, Leeftijdsgroep.JONGERE_12_15])
def test_onder_16_vraagt_of_de_ouder_client_is(groep: Leeftijdsgroep) -> None:
    dossier = een_dossier(leeftijdsgroep=groep, gekozen=None)
    assert vraag_van(dossier) is VraagId.LEEFTIJDSGROEP
    nee = verloop.beantwoord(dossier, VraagId.LEEFTIJDSGROEP, "ouder_is_geen_client")
    assert (nee.uitkomst, nee.buiten_reden) == (Uitkomst.BUITEN_BEREIK, BuitenReden.JEUGD)
    ja = verloop.beantwoord(dossier, VraagId.LEEFTIJDSGROEP, "ouder_is_client")
    assert vraag_van(ja) is VraagId.VOORSTEL


@pytest.mark.parametrize(
    ("groep", "mag", "mag_niet"),
    [
        (Leeftijdsgroep.KIND, ToestemmingDoor.OUDERS, ToestemmingDoor.ZELF),
        (Leeftijdsgroep.JONGERE_12_15, ToestemmingDoor.KIND_EN_OUDERS, ToestemmingDoor.ZELF),
        (Leeftijdsgroep.JONGERE_16_17, ToestemmingDoor.ZELF, ToestemmingDoor.OUDERS),
        (Leeftijdsgroep.V85, ToestemmingDoor.VERTEGENWOORDIGER, ToestemmingDoor.KIND_EN_OUDERS),
    ],
)
def test_wie_toestemming_mag_geven(groep: Leeftijdsgroep, mag: ToestemmingDoor, mag_niet: ToestemmingDoor) -> None:
    dossier = een_dossier(leeftijdsgroep=groep, ouder_is_client=True)
    assert vraag_van(met_toestemming(dossier, mag)) is VraagId.BEVESTIGEN
    with pytest.raises(DomeinFout):
        met_toestemming(dossier, mag_niet)


def test_kale_ja_vraagt_door_wie() -> None:
    dossier = een_dossier()
    antwoord = {"gegeven": True, "door": None, "velden_digest": dossier.velden_digest(PERSOON)}
    assert vraag_van(verloop.beantwoord(dossier, VraagId.TOESTEMMING, antwoord)) is VraagId.TOESTEMMING


def test_weigeren_eindigt_zonder_dat_iets_vertrekt() -> None:
    dossier = verloop.beantwoord(een_dossier(), VraagId.TOESTEMMING, {"gegeven": False, "door": None})
    assert dossier.uitkomst is Uitkomst.GEWEIGERD
    assert not verloop.mag_overdragen(dossier, PERSOON)


def test_ander_gedeeld_veld_vraagt_opnieuw_toestemming() -> None:
    dossier = met_toestemming(een_dossier())
    assert vraag_van(dossier) is VraagId.BEVESTIGEN
    anders = dossier.wijzig(contactroute=Contactroute.PATIENT_BELT)
    assert vraag_van(anders) is VraagId.TOESTEMMING


def test_andere_ontvanger_vraagt_opnieuw_toestemming() -> None:
    assert vraag_van(met_toestemming(een_dossier()), "cp_ander") is VraagId.TOESTEMMING


def test_correctie_van_de_wijk_vraagt_voorstel_en_toestemming_opnieuw() -> None:
    dossier = verloop.corrigeer(met_toestemming(een_dossier()), wijk="Meerzicht")
    assert dossier.wijk == "Meerzicht"
    assert vraag_van(dossier) is VraagId.VOORSTEL


def test_terug_herstelt_precies_het_vorige_antwoord() -> None:
    voor = een_dossier(route=None, contactroute=None)
    na = verloop.beantwoord(voor, VraagId.ROUTE, "contactpersoon").onthoud(voor)
    vorige = na.vorige()
    assert vorige is not None
    assert vorige.kale_stand() == voor.kale_stand()


def test_positie_die_niet_bestaat_wordt_geweigerd() -> None:
    with pytest.raises(DomeinFout):
        verloop.beantwoord(een_dossier(voorgesteld=("a",), gekozen=None), VraagId.VOORSTEL, [2])


ANTWOORDEN: dict[VraagId, st.SearchStrategy[Any]] = {
    VraagId.HULPVRAAG: st.fixed_dictionaries(
        {
            "leefgebieden": st.lists(st.sampled_from(Leefgebied), max_size=3, unique=True),
            "wijk": st.sampled_from([None, "Palenstein"]),
            "leeftijdsgroep": st.sampled_from([None, *Leeftijdsgroep]),
        }
    ),
    VraagId.VEILIG: st.sampled_from(["geen", "geen", "geen", *RodeVlag, *Stopgrond]),
    VraagId.LEEFGEBIEDEN: st.one_of(
        st.just("klopt"), st.lists(st.sampled_from(Leefgebied), max_size=2).map(lambda x: {"erbij": x, "eraf": []})
    ),
    VraagId.WIJK: st.sampled_from(["Palenstein", "Dorp", "buiten"]),
    VraagId.LEEFTIJDSGROEP: st.sampled_from([*Leeftijdsgroep, "ouder_is_client", "ouder_is_geen_client"]),
    VraagId.WENS: st.sampled_from(Wens),
    VraagId.BELEMMERINGEN: st.lists(st.sampled_from(Belemmering), unique=True),
    VraagId.VOORSTEL: st.lists(st.integers(1, 4), max_size=3),
    VraagId.ROUTE: st.sampled_from([Route.CONTACTPERSOON, Route.CONTACTPERSOON, Route.ZELF]),
    VraagId.CONTACTROUTE: st.sampled_from(Contactroute),
    VraagId.TOESTEMMING: st.fixed_dictionaries(
        {"gegeven": st.sampled_from([True, True, False]), "door": st.sampled_from([None, *ToestemmingDoor])}
    ),
    VraagId.BEVESTIGEN: st.sampled_from(Bevestiging),
}


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_willekeurig_gesprek_draagt_nooit_over_zonder_toestemming(data: st.DataObject) -> None:
    dossier, gestopt = Dossier(), False
    for _ in range(30):
        vraag = vraag_van(dossier)
        if vraag is None:
            break
        daad = data.draw(st.sampled_from(["antwoord"] * 8 + ["vlag", "correctie", "terug"]))
        if daad == "vlag" and dossier.hulpvraag_gesteld:
            dossier = verloop.stop_met_vlag(dossier, data.draw(st.sampled_from(RodeVlag)))
            gestopt = True
            break
        try:
            dossier = _speel(data, dossier, vraag, daad)
        except DomeinFout:
            continue
    if gestopt:
        assert dossier.uitkomst is Uitkomst.GESTOPT
    if verloop.mag_overdragen(dossier, PERSOON):
        assert dossier.toestemming is not None
        assert dossier.toestemming.gegeven
        assert dossier.toestemming.door in verloop.wie_mag_toestemmen(dossier)
        assert dossier.toestemming.velden_digest == dossier.velden_digest(PERSOON)
        assert dossier.stoplijst_nee
        assert dossier.vlag is None


def _speel(data: st.DataObject, dossier: Dossier, vraag: VraagId, daad: str) -> Dossier:
    if daad == "correctie":
        return verloop.corrigeer(dossier, wijk=data.draw(st.sampled_from(["Palenstein", "Dorp"]))).onthoud(dossier)
    if daad == "terug":
        return dossier.vorige() or dossier
    antwoord = data.draw(ANTWOORDEN[vraag])
    if vraag is VraagId.TOESTEMMING:
        antwoord = {**antwoord, "velden_digest": dossier.velden_digest(PERSOON)}
    if vraag is VraagId.VOORSTEL and dossier.voorgesteld is None:
        dossier = dossier.wijzig(voorgesteld=("a", "b", "c"))
    return verloop.beantwoord(dossier, vraag, antwoord).onthoud(dossier)
