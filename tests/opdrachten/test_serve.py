"""`wijkbrug serve` refuses what is missing or unsafe, before it does anything."""

import pytest

from tests.opdrachten.hulp import Opdrachtregel

PRODUCTIE = {"WIJKBRUG_OMGEVING": "productie"}
WEBHOOK = {"WIJKBRUG_TELEGRAM_WEBHOOK": "https://wijkbrug.example/telegram/x"}


@pytest.mark.parametrize(
    ("omgeving", "zegt"),
    [
        ({"WIJKBRUG_TELEGRAM_TOKEN": ""}, "WIJKBRUG_TELEGRAM_TOKEN"),
        ({"WIJKBRUG_TELEGRAM_TOKEN": "een token met spaties"}, "WIJKBRUG_TELEGRAM_TOKEN"),
        (WEBHOOK, "WIJKBRUG_TELEGRAM_GEHEIM"),
        (WEBHOOK | {"WIJKBRUG_TELEGRAM_GEHEIM": "kort"}, "WIJKBRUG_TELEGRAM_GEHEIM"),
        (WEBHOOK | {"WIJKBRUG_TELEGRAM_GEHEIM": "lang genoeg maar met spaties"}, "WIJKBRUG_TELEGRAM_GEHEIM"),
        (PRODUCTIE | {"WIJKBRUG_SLEUTELS": ""}, "WIJKBRUG_SLEUTELS"),
        (PRODUCTIE | {"WIJKBRUG_TELEGRAM_API": "http://api.example"}, "http://api.example"),
        (PRODUCTIE | {"WIJKBRUG_TELEGRAM_WEBHOOK": "http://wijkbrug.example/x"}, "http://wijkbrug.example/x"),
        (PRODUCTIE | {"WIJKBRUG_SMTP": "smtp://naam:wachtwoord@post.example"}, "smtps://"),
        ({"WIJKBRUG_HTTP_ADRES": "geen adres"}, "WIJKBRUG_HTTP_ADRES"),
    ],
)
def test_een_zin_zegt_wat_er_ontbreekt(wijkbrug: Opdrachtregel, omgeving: dict[str, str], zegt: str) -> None:
    for naam, waarde in omgeving.items():
        wijkbrug.zet(naam, waarde)
    fout = wijkbrug.geweigerd("serve")
    assert zegt in fout
    assert len(fout.splitlines()) == 1
    assert "wachtwoord@" not in fout


def test_meer_processen_kan_alleen_met_postgresql(wijkbrug: Opdrachtregel) -> None:
    assert "PostgreSQL" in wijkbrug.geweigerd("serve", "--workers", "2")
    assert "PostgreSQL" in wijkbrug.geweigerd("serve", "--alleen-werken")


def test_nul_processen_bestaat_niet(wijkbrug: Opdrachtregel) -> None:
    assert wijkbrug.doe("serve", "--workers", "0").exit_code == 2
