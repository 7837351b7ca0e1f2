from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from bot.storage.kolommen import (
    NaiefTijdstipError,
    SleutelFout,
    Sleutelring,
    koppel_sleutels,
    roteer,
    sleutelring_van,
    versleutelde_kolommen,
)
from bot.storage.tabellen import CasusRow, UitbakRow
from tests.storage.rijen import NU, maak_casus


def _ruw(session: Session) -> str:
    return str(session.connection().execute(text("SELECT dossier FROM casus")).scalar_one())


def test_a_moment_comes_back_aware_in_utc(session: Session) -> None:
    casus = maak_casus(session)
    casus.verloopt_op = datetime(2026, 11, 25, 10, 0, 0, 123456, tzinfo=ZoneInfo("Europe/Amsterdam"))
    session.commit()
    assert casus.verloopt_op == datetime(2026, 11, 25, 9, 0, 0, 123456, tzinfo=UTC)
    assert casus.verloopt_op.utcoffset() == timedelta(0)


def test_moments_compare_in_the_database(session: Session) -> None:
    casus = maak_casus(session)
    casus.verloopt_op = NU
    session.flush()

    def gevonden(moment: datetime) -> bool:
        return session.exec(select(CasusRow.id).where(CasusRow.verloopt_op > moment)).first() is not None

    assert gevonden(NU - timedelta(microseconds=1))
    assert not gevonden(NU)
    assert not gevonden(NU.astimezone(ZoneInfo("America/New_York")))


def test_a_naive_moment_is_refused(session: Session) -> None:
    casus = maak_casus(session)
    casus.verloopt_op = datetime(2026, 11, 25)  # noqa: DTZ001 - the point of the test
    with pytest.raises(NaiefTijdstipError):
        session.flush()


def test_encrypted_values_come_back_and_are_unreadable_in_the_database(session: Session) -> None:
    inhoud = {"wijk": "Palenstein", "wens_tekst": "één keer per week, 🙂", "gekozen": [1, None]}
    casus = maak_casus(session, dossier=inhoud)
    session.commit()
    assert casus.dossier == inhoud
    assert "Palenstein" not in _ruw(session)
    assert _ruw(session).startswith("gAAAA")


def test_json_is_stored_compact(session: Session, sleutels: tuple[str, str]) -> None:
    maak_casus(session, dossier={"a": [1, 2], "é": "x"})
    assert Sleutelring(sleutels).ontsleutel(_ruw(session)) == '{"a":[1,2],"é":"x"}'.encode()


def test_two_engines_have_their_own_keys(engine: Engine, sleutels: tuple[str, str]) -> None:
    assert sleutelring_van(engine.execution_options(x=1).dialect) is sleutelring_van(engine.dialect)
    with Session(engine) as session:
        maak_casus(session)
        session.commit()
    koppel_sleutels(engine, Sleutelring([sleutels[1]]))
    with Session(engine) as session, pytest.raises(SleutelFout) as fout:
        session.exec(select(CasusRow)).one()
    assert fout.value.tekst == "fout/sleutel_past_niet"


def test_a_changed_token_is_refused(session: Session) -> None:
    casus = maak_casus(session)
    session.commit()
    ruw = _ruw(session)
    anders = ruw[:-5] + ("A" if ruw[-5] != "A" else "B") + ruw[-4:]
    session.connection().execute(text("UPDATE casus SET dossier = :t"), {"t": anders})
    session.expire_all()
    with pytest.raises(SleutelFout):
        _ = casus.dossier


def test_without_keys_nothing_is_stored(engine: Engine) -> None:
    koppel_sleutels(engine, None)  # type: ignore[arg-type]
    with Session(engine) as session, pytest.raises(SleutelFout) as fout:
        maak_casus(session)
    assert fout.value.tekst == "fout/sleutel_ontbreekt"


@pytest.mark.parametrize(
    ("ring", "tekst"), [([], "fout/sleutel_ontbreekt"), (["geen sleutel"], "fout/sleutel_ongeldig")]
)
def test_a_ring_needs_real_keys(ring: list[str], tekst: str) -> None:
    with pytest.raises(SleutelFout) as fout:
        Sleutelring(ring)
    assert fout.value.tekst == tekst
    assert "geen sleutel" not in str(fout.value)


def test_rotation_makes_the_old_key_superfluous(engine: Engine, sleutels: tuple[str, str]) -> None:
    nieuw, oud = sleutels
    koppel_sleutels(engine, Sleutelring([oud]))
    with Session(engine) as session:
        maak_casus(session, id_="c1")
        session.add(UitbakRow(sleutel="s", rol="assistent", ontvanger="p1", naam="x", tekst="hallo", op=NU))
        session.commit()

    koppel_sleutels(engine, Sleutelring([nieuw, oud]))
    with Session(engine) as session:
        casus = maak_casus(session, id_="c2")
        assert roteer(session) == 2
        assert roteer(session) == 0
        assert casus.dossier == {"wijk": "Palenstein"}
        session.commit()

    koppel_sleutels(engine, Sleutelring([nieuw]))
    with Session(engine) as session:
        assert [casus.dossier["wijk"] for casus in session.exec(select(CasusRow))] == ["Palenstein"] * 2
        assert session.exec(select(UitbakRow)).one().tekst == "hallo"


def test_rotation_stops_at_a_value_under_an_unknown_key(engine: Engine, sleutels: tuple[str, str]) -> None:
    koppel_sleutels(engine, Sleutelring([sleutels[1]]))
    with Session(engine) as session:
        maak_casus(session)
        session.commit()
    koppel_sleutels(engine, Sleutelring([sleutels[0]]))
    with Session(engine) as session, pytest.raises(SleutelFout):
        roteer(session)


def test_every_encrypted_column_says_why_and_how_long() -> None:
    kolommen = list(versleutelde_kolommen())
    assert kolommen
    for tabel, kolom in kolommen:
        assert set(kolom.info["persoonsgegeven"]) == {"doel", "termijn"}, f"{tabel.name}.{kolom.name}"


def test_append_only_tables_hold_nothing_that_rotation_must_change() -> None:
    assert not {tabel.name for tabel, _ in versleutelde_kolommen()} & {"casus_gebeurtenis", "toestemming", "logregel"}
