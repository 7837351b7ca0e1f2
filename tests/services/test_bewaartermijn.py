"""After 24 hours nothing of an unfinished case is left but what may be counted."""

from datetime import timedelta

from sqlmodel import Session, select

from bot.domein.lijsten import CasusStatus, Uitkomst
from bot.services.bewaartermijn import wis_verlopen
from bot.services.klok import VasteKlok
from bot.storage.tabellen import AccountRow, CasusRow, DialoogGebeurtenisRow, GesprekRow


def _casus(session: Session, klok: VasteKlok, *, uitkomst: Uitkomst | None, uren: int) -> str:
    id_ = f"casus{uren}{uitkomst}"
    nu = klok.nu()
    session.add(
        CasusRow(
            id=id_,
            code=f"C{uren}{str(uitkomst)[:3]}",
            gemeente="zoetermeer",
            protocol_versie=1,
            praktijk="p",
            gesprek_id="g",
            status=CasusStatus.LOPEND if uitkomst is None else CasusStatus.AFGESLOTEN,
            uitkomst=uitkomst,
            dossier={"hulpvraag_gesteld": True, "wijk": "Palenstein", "vlag": "suicidaliteit", "wens_tekst": "koffie"},
            aangemaakt_op=nu,
            bijgewerkt_op=nu,
            verloopt_op=nu + timedelta(hours=uren),
        )
    )
    session.add(DialoogGebeurtenisRow(sender_id=f"g:{id_}", volgnummer=1, gebeurtenissen=[{"x": 1}], op=nu))
    return id_


def test_wat_verlopen_is_wordt_geleegd_en_de_rest_niet(session: Session, klok: VasteKlok) -> None:
    session.add(AccountRow(id="a", rol="assistent", gemeente="zoetermeer", naam="a", praktijk="p"))
    session.flush()
    session.add(GesprekRow(id="g", account_id="a"))
    session.flush()
    oud = _casus(session, klok, uitkomst=None, uren=24)
    gestopt = _casus(session, klok, uitkomst=Uitkomst.GESTOPT, uren=23)
    vers = _casus(session, klok, uitkomst=None, uren=30)
    session.flush()
    klok.verzet(timedelta(hours=24, minutes=1))
    assert wis_verlopen(session, nu=klok.nu()) == 2
    for id_, uitkomst in ((oud, Uitkomst.AFGEBROKEN), (gestopt, Uitkomst.GESTOPT)):
        casus = session.get_one(CasusRow, id_)
        assert casus.uitkomst == uitkomst
        assert casus.status == CasusStatus.AFGESLOTEN
        assert casus.dossier == {"uitkomst": uitkomst, "vlag": "suicidaliteit", "hulpvraag_gesteld": True}
    assert session.get_one(CasusRow, vers).dossier["wijk"] == "Palenstein"
    senders = session.exec(select(DialoogGebeurtenisRow.sender_id)).all()
    assert list(senders) == [f"g:{vers}"]
    assert wis_verlopen(session, nu=klok.nu()) == 0
