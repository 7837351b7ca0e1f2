"""Reading updates: every kind, and whatever the world may send."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel.lezen import Gelezen, lees_update
from bot.services.binnenkomst import Soort
from tests.telegram.nep.handelingen import MEDIA

PRIVE = {"id": 7, "type": "private", "first_name": "Sanne"}
CODE = "k3-_" * 8
GROEP = {"id": -7, "type": "group", "title": "Praktijk"}
SANNE = {"id": 7, "is_bot": False, "first_name": "Sanne"}


def bericht(chat: dict[str, Any] = PRIVE, **velden: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": SANNE, **velden}


def lees(**update: Any) -> Gelezen | None:
    return lees_update({"update_id": 11, **update})


def lees_bericht(**velden: Any) -> Gelezen:
    gelezen = lees(message=bericht(**velden))
    assert gelezen is not None
    return gelezen


def lid(chat: dict[str, Any], oud: str, nieuw: str) -> dict[str, Any]:
    bot = {"id": 1, "is_bot": True, "first_name": "Wijkbrug"}
    leden = [
        {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})} for status in (oud, nieuw)
    ]
    return {
        "chat": chat,
        "from": SANNE,
        "date": 1_800_000_000,
        "old_chat_member": leden[0],
        "new_chat_member": leden[1],
    }


def test_een_tekst_blijft_in_het_geheugen() -> None:
    assert lees_bericht(text="mw 82") == Gelezen(11, 7, Soort.TEKST, "mw 82", {"message_id": 5})


@pytest.mark.parametrize(
    ("tekst", "code"), [("/start", ""), (f"/start {CODE}", CODE), (f"/start  {CODE} ", CODE), ("/start mw Jansen", "?")]
)
def test_start_met_en_zonder_code(tekst: str, code: str) -> None:
    gelezen = lees_bericht(text=tekst)
    assert (gelezen.soort, gelezen.inhoud["code"], gelezen.tekst) == (Soort.START, code, "")


@pytest.mark.parametrize("soort", MEDIA)
def test_van_elk_ander_bericht_blijft_alleen_de_soort(soort: str) -> None:
    gelezen = lees_bericht(**{soort: MEDIA[soort]}, caption="mw Jansen")
    assert (gelezen.soort, gelezen.tekst) == (Soort.ANDERS, "")
    assert set(gelezen.inhoud) == {"message_id", "wat", "weg"}
    assert gelezen.inhoud["weg"] == (soort not in ("sticker", "dice"))


def test_een_veranderd_bericht_wordt_niet_gespeeld_en_zijn_tekst_blijft_in_het_geheugen() -> None:
    gelezen = lees(edited_message=bericht(text="mw Jansen", edit_date=1_800_000_001))
    assert gelezen == Gelezen(11, 7, Soort.ANDERS, "mw Jansen", {"message_id": 5, "wat": "bewerkt"})


def test_een_tik() -> None:
    tik = {"id": "t1", "from": SANNE, "chat_instance": "x", "data": "abc.3", "message": bericht(text="vraag")}
    assert lees(callback_query=tik) == Gelezen(
        11, 7, Soort.TIK, "", {"tik_id": "t1", "payload": "abc.3", "message_id": 5}
    )


def test_een_tik_zonder_inhoud_of_onder_een_te_oud_bericht() -> None:
    oud = {"message_id": 5, "date": 0, "chat": PRIVE}
    gelezen = lees(callback_query={"id": "t1", "from": SANNE, "chat_instance": "x", "message": oud})
    assert gelezen is not None
    assert gelezen.inhoud == {"tik_id": "t1", "payload": "", "message_id": 5}
    assert lees(callback_query={"id": "t1", "from": SANNE, "chat_instance": "x", "data": "x"}) is None


def test_alles_in_een_groep_is_hetzelfde() -> None:
    tik = {"id": "t1", "from": SANNE, "chat_instance": "x", "data": "x", "message": bericht(GROEP, text="x")}
    assert lees(message=bericht(GROEP, text="/start abc")) == Gelezen(11, -7, Soort.GROEP)
    assert lees(my_chat_member=lid(GROEP, "left", "member")) == Gelezen(11, -7, Soort.GROEP)
    assert lees(my_chat_member=lid(GROEP, "member", "left")) is None
    assert lees(callback_query=tik) is None


def test_blokkeren_en_terugkomen() -> None:
    assert lees(my_chat_member=lid(PRIVE, "member", "kicked")) == Gelezen(11, 7, Soort.GEBLOKKEERD)
    assert lees(my_chat_member=lid(PRIVE, "kicked", "member")) == Gelezen(11, 7, Soort.TERUG_VAN_BLOKKADE)


def test_wat_niet_gevraagd_is_wordt_overgeslagen() -> None:
    kanaal = {"id": -100, "type": "channel", "title": "x"}
    assert lees(channel_post=bericht(kanaal, text="x")) is None
    assert lees(iets_nieuws={"id": "1"}) is None
    assert lees() is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(st.text(max_size=8), kind, max_size=3),
    max_leaves=8,
)
VELDEN = ("message", "edited_message", "callback_query", "my_chat_member")


@given(st.dictionaries(st.sampled_from(["update_id", *VELDEN, "iets"]), JSON, max_size=4))
def test_rommel_geeft_hoogstens_een_valueerror(gegevens: dict[str, Any]) -> None:
    _leest_of_weigert(gegevens)


@given(st.sampled_from(sorted(bericht(text="x"))), JSON)
def test_een_bericht_met_een_raar_veld_geeft_hoogstens_een_valueerror(veld: str, waarde: Any) -> None:
    _leest_of_weigert({"update_id": 1, "message": {**bericht(text="x"), veld: waarde}})


@given(JSON, JSON)
def test_een_chat_met_rare_velden_geeft_hoogstens_een_valueerror(id_: Any, soort: Any) -> None:
    _leest_of_weigert({"update_id": id_, "message": bericht({"id": id_, "type": soort}, text="x")})


def _leest_of_weigert(gegevens: dict[str, Any]) -> None:
    try:
        gelezen = lees_update(gegevens)
    except ValueError:
        return
    if gelezen is not None:
        assert (type(gelezen.update_id), type(gelezen.chat_id), type(gelezen.tekst)) == (int, int, str)
        assert max(abs(gelezen.update_id), abs(gelezen.chat_id)) < 2**63
