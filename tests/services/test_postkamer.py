"""The inbox and the outgoing post, on both databases: once, in order per chat, and nothing dropped silently."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.domein.fouten import DomeinFout
from bot.services.binnenkomst import MAX_POGINGEN, Binnenkomst, Soort, neem_op, noteer_mislukt, rond_af, volgende
from bot.services.klok import VasteKlok
from bot.services.opruimen import vergeet_post
from bot.services.wachtrij import gooi_weg, mislukten, probeer_opnieuw, standen
from bot.services.zendingen import (
    Zendsoort,
    begin,
    bezorgd,
    later,
    mislukt,
    postbus,
    te_verzenden,
    vervallen,
    zet_zending,
)
from bot.storage.tabellen_kanaal import UpdateInRow, ZendingRow


def _binnen(session: Session, klok: VasteKlok, update_id: int, chat: int = 1, soort: Soort = Soort.TEKST) -> bool:
    return neem_op(session, Binnenkomst(update_id, chat, soort, {"parse": {}}), nu=klok.nu())


def _zet(session: Session, klok: VasteKlok, chat: int = 1, soort: Zendsoort = Zendsoort.STUUR) -> None:
    zet_zending(session, chat, soort, nu=klok.nu(), inhoud={"html": "x"})


def _te_verzenden(session: Session, klok: VasteKlok, **rest: set[int]) -> list[tuple[int, int]]:
    keuze = {"bezet": set(), "rustig": set(), **rest}
    return [(r.chat_id, r.id or 0) for r in te_verzenden(session, nu=klok.nu(), aantal=10, **keuze)]


def test_an_update_is_stored_once(session: Session, klok: VasteKlok) -> None:
    assert _binnen(session, klok, 5)
    assert not _binnen(session, klok, 5)


def test_the_oldest_of_a_chat_goes_first_and_holds_back_only_its_own_chat(session: Session, klok: VasteKlok) -> None:
    for update_id, chat in ((12, 1), (11, 1), (13, 2)):
        _binnen(session, klok, update_id, chat)
    assert noteer_mislukt(session, 11, reden="x", nu=klok.nu()) is False
    rij = volgende(session, nu=klok.nu())
    assert rij is not None
    assert rij.update_id == 13
    rond_af(session, rij, nu=klok.nu())
    assert volgende(session, nu=klok.nu()) is None
    klok.verzet(timedelta(seconds=2))
    rij = volgende(session, nu=klok.nu())
    assert rij is not None
    assert rij.update_id == 11


def test_after_the_last_attempt_it_is_a_dead_letter_and_the_chat_goes_on(session: Session, klok: VasteKlok) -> None:
    _binnen(session, klok, 21)
    _binnen(session, klok, 22)
    einde = [noteer_mislukt(session, 21, reden="Fout 1234", nu=klok.nu()) for _ in range(MAX_POGINGEN)]
    assert einde == [False] * (MAX_POGINGEN - 1) + [True]
    rij = volgende(session, nu=klok.nu())
    assert rij is not None
    assert rij.update_id == 22
    assert [(m.id, m.reden) for m in mislukten(session)] == [("in-21", "Fout 1234")]
    assert standen(session, nu=klok.nu())["wijkbrug_updates_mislukt"] == 1


def test_typed_text_of_a_dead_letter_is_never_played_late(session: Session, klok: VasteKlok) -> None:
    _binnen(session, klok, 31)
    for _ in range(MAX_POGINGEN):
        noteer_mislukt(session, 31, reden="x", nu=klok.nu())
    probeer_opnieuw(session, "in-31")
    rij = session.get_one(UpdateInRow, 31)
    assert rij.inhoud == {"opnieuw": True}
    with pytest.raises(DomeinFout):
        probeer_opnieuw(session, "in-31")
    with pytest.raises(DomeinFout):
        gooi_weg(session, "uit-999", nu=klok.nu())


def test_a_second_worker_leaves_a_chat_alone_that_is_being_played(engine: Engine, klok: VasteKlok) -> None:
    """Also a late update of that chat; SQLite has one writer at a time, so there the second waits."""
    if engine.dialect.name != "postgresql":
        pytest.skip("one writer at a time")
    with Session(engine) as een, Session(engine) as twee, Session(engine) as post:
        _binnen(post, klok, 102)
        post.commit()
        eerste = volgende(een, nu=klok.nu())
        assert eerste is not None
        _binnen(post, klok, 101)
        _binnen(post, klok, 103, chat=2)
        post.commit()
        tweede = volgende(twee, nu=klok.nu())
        assert tweede is not None
        assert tweede.update_id == 103


def test_calls_of_a_chat_go_one_by_one_and_other_chats_beside_it(session: Session, klok: VasteKlok) -> None:
    for chat in (1, 1, 2):
        _zet(session, klok, chat)
    assert [chat for chat, _ in _te_verzenden(session, klok)] == [1, 2]
    assert [chat for chat, _ in _te_verzenden(session, klok, bezet={1})] == [2]
    assert _te_verzenden(session, klok, rustig={1, 2}) == []


def test_what_is_no_message_does_not_wait_for_the_pace(session: Session, klok: VasteKlok) -> None:
    _zet(session, klok, 1, Zendsoort.TIK_ANTWOORD)
    assert len(_te_verzenden(session, klok, rustig={1})) == 1


def test_a_refusal_with_a_time_waits_that_long_and_is_no_repeat(session: Session, klok: VasteKlok) -> None:
    _zet(session, klok)
    (rij,) = te_verzenden(session, nu=klok.nu(), bezet=set(), rustig=set(), aantal=1)
    begin(session, [rij], nu=klok.nu())
    assert later(session, rij.id or 0, nu=klok.nu(), pauze=timedelta(seconds=7), reden="RetryAfter")
    klok.verzet(timedelta(seconds=6))
    assert _te_verzenden(session, klok) == []
    klok.verzet(timedelta(seconds=2))
    assert begin(session, te_verzenden(session, nu=klok.nu(), bezet=set(), rustig=set(), aantal=1), nu=klok.nu()) == 0


def test_a_start_without_an_answer_is_counted_as_a_possible_repeat(session: Session, klok: VasteKlok) -> None:
    _zet(session, klok)
    rijen = te_verzenden(session, nu=klok.nu(), bezet=set(), rustig=set(), aantal=1)
    assert begin(session, rijen, nu=klok.nu()) == 0
    assert begin(session, rijen, nu=klok.nu()) == 1  # the program died in between


def test_an_edit_replaces_an_edit_that_still_waits(session: Session, klok: VasteKlok) -> None:
    for tekst in ("een", "twee"):
        zet_zending(session, 1, Zendsoort.BEWERK, nu=klok.nu(), inhoud={"html": tekst})
    assert [r.inhoud for r in session.exec(select(ZendingRow))] == [{"html": "twee"}]


def test_after_a_day_a_call_is_given_up_and_what_it_said_goes_after_two_more(session: Session, klok: VasteKlok) -> None:
    _zet(session, klok)
    (rij,) = session.exec(select(ZendingRow))
    klok.verzet(timedelta(hours=25))
    assert not later(session, rij.id or 0, nu=klok.nu(), reden="TimedOut")
    assert [m.id for m in mislukten(session)] == [f"uit-{rij.id}"]
    klok.verzet(timedelta(days=3))
    session.flush()
    vergeet_post(session, nu=klok.nu())
    session.expire_all()
    assert session.get_one(ZendingRow, rij.id).inhoud is None
    with pytest.raises(DomeinFout):
        probeer_opnieuw(session, f"uit-{rij.id}")


def test_delivered_post_is_emptied_at_once_and_deleted_after_two_days(session: Session, klok: VasteKlok) -> None:
    _zet(session, klok)
    (rij,) = session.exec(select(ZendingRow))
    assert bezorgd(session, rij.id or 0, nu=klok.nu()).inhoud is None
    klok.verzet(timedelta(days=3))
    session.flush()
    vergeet_post(session, nu=klok.nu())
    assert list(session.exec(select(ZendingRow))) == []


def test_what_waits_for_a_chat_that_is_gone_is_given_up_together(session: Session, klok: VasteKlok) -> None:
    for chat in (1, 1, 2):
        _zet(session, klok, chat)
    assert len(vervallen(session, 1, nu=klok.nu(), reden="geblokkeerd")) == 2
    assert [chat for chat, _ in _te_verzenden(session, klok)] == [2]
    mislukt(session, _te_verzenden(session, klok)[0][1], nu=klok.nu(), reden="x")
    assert _te_verzenden(session, klok) == []


def test_every_address_has_a_queue_of_its_own() -> None:
    assert postbus("A@b.nl") == postbus("a@B.nl") != postbus("c@b.nl")
    assert postbus("a@b.nl") < -(10**14)
