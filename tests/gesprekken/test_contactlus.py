"""Giving back with a reason, and passing on with a new consent: asked, kept with the case, and told to the practice."""

import hashlib

import pytest
from sqlmodel import select

from bot.domein.lijsten import CasusStatus, Rol, TeruggaafReden, VraagId
from bot.services.lus import meld_status
from bot.services.omgeving import Gebruiker
from bot.storage.tabellen import CasusGebeurtenisRow, ToestemmingRow, UitbakRow
from nlu.begrip import Begrip
from tests.gesprekken.balie import Balie
from tests.gesprekken.test_contactpersoon import een_overdracht

pytestmark = pytest.mark.model


async def met_terugkoppeling(balie: Balie) -> tuple[str, Gebruiker]:
    """A handover of which the practice may hear what comes of it."""
    await balie.tot(VraagId.TOESTEMMING)
    await balie.tik("toestemming:zelf+terugkoppeling")
    await balie.antwoord("bevestigen", "versturen")
    persoon = Gebruiker("contactpersoon-cp_oost", Rol.CONTACTPERSOON, "zoetermeer", contactpersoon="cp_oost")
    return balie.casussen()[0].code, persoon


class Lus:
    """The contactpersoon's chat about one case."""

    def __init__(self, balie: Balie, code: str, persoon: Gebruiker) -> None:
        self.balie, self.code, self.persoon = balie, code, persoon

    async def status(self, status: str) -> None:
        await self.balie.druk(f"{self.code}|-|status:{status}", gesprek="cp", wie=self.persoon)

    async def tik(self, wat: str) -> None:
        await self.balie.tik(wat, gesprek="cp", wie=self.persoon)

    async def typ(self, tekst: str) -> None:
        await self.balie.typ(tekst, gesprek="cp", wie=self.persoon)

    @property
    def nu(self) -> str:
        return self.balie.casussen()[0].status

    def aan_de_praktijk(self) -> str:
        with self.balie.sessie() as session:
            berichten = select(UitbakRow).where(UitbakRow.rol == Rol.ASSISTENT).order_by(UitbakRow.id.desc())  # type: ignore[union-attr]
            laatste = session.exec(berichten).first()
            return laatste.tekst if laatste else ""

    def bewijzen(self) -> list[ToestemmingRow]:
        with self.balie.sessie() as session:
            return list(session.exec(select(ToestemmingRow).order_by(ToestemmingRow.volgnummer)))  # type: ignore[arg-type]

    def stappen(self) -> list[dict[str, str]]:
        with self.balie.sessie() as session:
            rijen = session.exec(select(CasusGebeurtenisRow).where(CasusGebeurtenisRow.soort == "status"))
            return [rij.gegevens for rij in rijen]


@pytest.fixture
async def lus(balie: Balie) -> Lus:
    return Lus(balie, *await met_terugkoppeling(balie))


@pytest.fixture
async def stil(balie: Balie) -> Lus:
    """The practice may not hear what comes of it."""
    return Lus(balie, *await een_overdracht(balie))


async def test_teruggeven_vraagt_waarom_en_doet_nog_niets(lus: Lus) -> None:
    await lus.status("teruggegeven")
    assert lus.balie.namen == ["contactpersoon/waarom_terug"]
    assert [k.actie.rpartition(":")[2] for k in lus.balie.laatste[0].knoppen] == list(TeruggaafReden)
    assert lus.balie.laatste[0].knoppen[0].label == "Rode vlag: bel de praktijk"
    assert lus.nu == CasusStatus.OVERGEDRAGEN


async def test_de_reden_wordt_bewaard_en_de_praktijk_hoort_hem(lus: Lus) -> None:
    await lus.status("teruggegeven")
    await lus.tik("terug:te_weinig_informatie")
    assert lus.balie.namen == ["contactpersoon/terug_klaar"]
    assert lus.nu == CasusStatus.TERUGGEGEVEN
    assert lus.balie.casussen()[0].status_reden == TeruggaafReden.TE_WEINIG_INFORMATIE
    assert lus.stappen()[-1] == {"van": "overgedragen", "naar": "teruggegeven", "reden": "te_weinig_informatie"}
    assert lus.aan_de_praktijk() == f"Noor Achterberg geeft casus {lus.code} terug: er is te weinig informatie."
    await lus.balie.tussendoor("status")
    assert "er is te weinig informatie" in lus.balie.laatste[0].tekst


async def test_zonder_toestemming_hoort_de_praktijk_de_reden_niet(stil: Lus) -> None:
    await stil.status("teruggegeven")
    await stil.tik("terug:geen_behoefte")
    assert "terug" in stil.aan_de_praktijk()
    assert "hulp" not in stil.aan_de_praktijk()
    await stil.balie.tussendoor("status")
    assert "hulp" not in stil.balie.laatste[0].tekst


async def test_bij_een_rode_vlag_belt_hij_de_praktijk_en_staat_er_niets_in_de_chat(stil: Lus) -> None:
    praktijk = stil.balie.huis.protocollen.van("zoetermeer").praktijk(stil.balie.gebruiker.praktijk or "")
    await stil.status("teruggegeven")
    await stil.tik("terug:rode_vlag")
    kaart = stil.balie.laatste[0]
    assert kaart.naam == "contactpersoon/terug_rode_vlag"
    assert praktijk.telefoon in kaart.tekst
    assert "112" in kaart.tekst
    assert "belt jullie nu" in stil.aan_de_praktijk()
    assert "vlag" not in stil.aan_de_praktijk()


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("ik geef hem terug, hoort bij de huisarts", "medisch"),
        ("terug naar de praktijk, verhuisd", "andere_gemeente"),
        ("teruggegeven: te weinig informatie", "te_weinig_informatie"),
    ],
)
async def test_een_reden_die_erbij_staat_hoeft_niet_nog_eens(lus: Lus, tekst: str, reden: str) -> None:
    await lus.typ(tekst)
    assert lus.nu == CasusStatus.TERUGGEGEVEN
    assert lus.balie.casussen()[0].status_reden == reden


@pytest.mark.parametrize(
    ("tekst", "reden"), [("1", "rode_vlag"), ("past niet bij ons", "past_niet"), ("mw wil geen hulp", "geen_behoefte")]
)
async def test_de_reden_mag_getypt_worden(lus: Lus, tekst: str, reden: str) -> None:
    await lus.typ("terug naar de praktijk")
    assert lus.balie.namen == ["contactpersoon/waarom_terug"]
    await lus.typ(tekst)
    assert lus.balie.casussen()[0].status_reden == reden


async def test_eigen_woorden_worden_niet_bewaard_en_de_vraag_herhaalt_niet_eindeloos(lus: Lus) -> None:
    await lus.status("teruggegeven")
    await lus.typ("omdat de buurman dat vindt")
    assert lus.balie.namen == ["contactpersoon/kies_reden"]
    await lus.typ("omdat de buurman dat vindt")
    assert lus.balie.namen == ["contactpersoon/onbegrepen", "contactpersoon/inbak"]
    assert lus.nu == CasusStatus.OVERGEDRAGEN


async def test_een_verzonnen_reden_of_persoon_doet_niets(lus: Lus) -> None:
    await lus.status("ontvangen")
    for wat, naam in (("terug:zomaar", "fout/knop_onbekend"), ("doorzetten:buurman", "fout/deze_persoon_mag_niet")):
        await lus.balie.druk(f"{lus.code}|-|{wat}", gesprek="cp", wie=lus.persoon)
        assert lus.balie.namen == [naam]
    assert lus.nu == CasusStatus.ONTVANGEN


async def test_doorzetten_vraagt_eerst_of_de_patient_het_goed_vindt(lus: Lus) -> None:
    await lus.status("ontvangen")
    await lus.status("doorgezet")
    vraag = lus.balie.laatste[0]
    assert vraag.naam == "contactpersoon/toestemming_doorzetten"
    assert [k.actie.rpartition(":")[2] for k in vraag.knoppen] == ["zelf", "vertegenwoordiger", "nee"]
    assert lus.nu == CasusStatus.ONTVANGEN
    await lus.tik("doorzetten:zelf")
    assert lus.balie.namen == ["contactpersoon/doorgezet"]
    assert lus.nu == CasusStatus.DOORGEZET
    eerste, nieuw = lus.bewijzen()
    assert (nieuw.soort, nieuw.tekst_id, nieuw.door) == ("gegeven", "doorzetten", "zelf")
    assert nieuw.vastgelegd_door == lus.persoon.account_id
    assert nieuw.extra == eerste.extra
    voorgelezen = vraag.tekst.split("“")[1].split("”")[0]
    assert nieuw.tekst_sha256 == hashlib.sha256(voorgelezen.encode()).hexdigest()
    assert "doorgezet naar een andere organisatie. Toestemming van de patiënt zelf." in lus.aan_de_praktijk()


async def test_zonder_toestemming_is_het_niet_doorgezet(lus: Lus) -> None:
    await lus.status("ontvangen")
    await lus.status("doorgezet")
    await lus.tik("doorzetten:nee")
    assert lus.balie.namen == ["contactpersoon/niet_doorgezet"]
    assert lus.nu == CasusStatus.ONTVANGEN
    assert len(lus.bewijzen()) == 1


async def test_een_kaal_ja_vraagt_wie_en_twijfel_telt_niet(lus: Lus) -> None:
    await lus.status("ontvangen")
    await lus.typ("doorgezet naar schuldhulp")
    await lus.typ("ik denk het wel")
    assert lus.nu == CasusStatus.ONTVANGEN
    await lus.status("doorgezet")
    await lus.typ("ja")
    assert lus.balie.namen == ["contactpersoon/wie_toestemming"]
    assert lus.nu == CasusStatus.ONTVANGEN
    await lus.typ("mevrouw zelf")
    assert lus.nu == CasusStatus.DOORGEZET


async def test_na_doorzetten_kan_de_patient_nog_intrekken(lus: Lus) -> None:
    await lus.status("ontvangen")
    await lus.status("doorgezet")
    await lus.tik("doorzetten:vertegenwoordiger")
    await lus.balie.begrepen(Begrip(schoon="ingetrokken " + lus.code), gesprek="cp", wie=lus.persoon)
    assert lus.nu == CasusStatus.INGETROKKEN
    assert [b.soort for b in lus.bewijzen()] == ["gegeven", "gegeven", "ingetrokken"]


async def test_intrekken_wist_ook_de_reden(lus: Lus) -> None:
    await lus.status("teruggegeven")
    await lus.tik("terug:geen_behoefte")
    await lus.balie.begrepen(Begrip(schoon="ingetrokken " + lus.code), gesprek="cp", wie=lus.persoon)
    assert (lus.nu, lus.balie.casussen()[0].status_reden) == (CasusStatus.INGETROKKEN, None)


async def test_zonder_terugkoppeling_hoort_de_praktijk_alleen_dat_het_klaar_is(stil: Lus) -> None:
    await stil.status("ontvangen")
    await stil.status("doorgezet")
    await stil.tik("doorzetten:zelf")
    assert "andere organisatie" not in stil.aan_de_praktijk()
    assert "afgesloten" in stil.aan_de_praktijk()


async def test_geen_andere_weg_slaat_de_vraag_over(lus: Lus) -> None:
    await lus.status("ontvangen")
    with lus.balie.sessie() as session:
        omg = lus.balie.huis.omgeving(lus.persoon, session)
        for status in (CasusStatus.TERUGGEGEVEN, CasusStatus.DOORGEZET):
            with pytest.raises(LookupError):
                meld_status(omg, lus.code, status)
