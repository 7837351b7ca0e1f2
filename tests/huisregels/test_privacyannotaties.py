"""A column with personal data says what for and how long (AVG art. 5 and 30); every other text column says why not."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Date, DateTime, Integer, Numeric
from sqlmodel import SQLModel

from bot.storage import tabellen, tabellen_kanaal
from bot.storage.kolommen import UtcDatumTijd, versleutelde_kolommen
from tests.huisregels.bron import lees

GEEN_TEKST = (Boolean, Date, DateTime, Integer, Numeric, UtcDatumTijd)  # anything else can hold text
ONZE_ID = "an id that this program makes; leads to a person only through the database itself"
KEUZE = "one of a closed list"
CODE = "a code of the protocol file; public"
CATALOGUS = "public information on an activity, entered by the beheerder; no patient"
PROTOCOL = "the gemeente's own file: professionals and their work numbers, no patient"
BEWIJS = "part of the proof of consent, which must be readable for 5 years without the case; no patient in it"
FOUTSOORT = "the type of an error and an error id; never a text of anybody"
VRIJ = {  # column without annotation: why it holds no personal data of a patient or user
    "account.id": ONZE_ID,
    "account.rol": KEUZE,
    "account.gemeente": CODE,
    "account.praktijk": CODE,
    "account.contactpersoon": CODE,
    "protocol_versie.gemeente": CODE,
    "protocol_versie.sha256": "a digest of a public file",
    "protocol_versie.inhoud": PROTOCOL,
    "gesprek.id": ONZE_ID,
    "gesprek.account_id": ONZE_ID,
    "gesprek.actieve_casus_id": ONZE_ID,
    "gesprek.wacht_op": "the name of a text in data/teksten, and a casuscode",
    "casus.id": ONZE_ID,
    "casus_gebeurtenis.gegevens": "which question or status, a flag's id and the reason: choices, never answers",
    "casus.code": "the casuscode: made by chance, says nothing by itself",
    "casus.gemeente": CODE,
    "casus.praktijk": CODE,
    "casus.gesprek_id": ONZE_ID,
    "casus.status": KEUZE,
    "casus.status_reden": KEUZE,
    "casus.uitkomst": KEUZE,
    "casus_gebeurtenis.casus_id": ONZE_ID,
    "casus_gebeurtenis.soort": KEUZE,
    "casus_gebeurtenis.door": ONZE_ID,
    "toestemming.id": ONZE_ID,
    "toestemming.casus_id": ONZE_ID,
    "toestemming.soort": KEUZE,
    "toestemming.tekst_id": CODE,
    "toestemming.taal": KEUZE,
    "toestemming.tekst_sha256": "a digest of the text that was read out",
    "toestemming.wijze": KEUZE,
    "toestemming.door": KEUZE,
    "toestemming.doel": BEWIJS,
    "toestemming.ontvanger": BEWIJS,
    "toestemming.velden": "names of fields, not their content",
    "toestemming.extra": "which separate permissions: names from a closed list",
    "toestemming.vastgelegd_door": ONZE_ID,
    "toestemming.namens": "the huisarts on whose behalf, from the protocol file",
    "toestemming.intrekking_wijze": KEUZE,
    "toestemming.intrekking_gemeld_aan": BEWIJS,
    "overdracht.casus_id": ONZE_ID,
    "overdracht.toestemming_id": ONZE_ID,
    "overdracht.contactpersoon": CODE,
    "overdracht.vervanger": CODE,
    "uitbak.sleutel": "ids and the name of a text",
    "uitbak.rol": KEUZE,
    "uitbak.ontvanger": CODE,
    "uitbak.naam": "the name of a text in data/teksten",
    "uitbak.casus_id": ONZE_ID,
    "activiteit.gemeente": CODE,
    "activiteit.id": CATALOGUS,
    "activiteit.naam": CATALOGUS,
    "activiteit.gegevens": CATALOGUS,
    "activiteit.status": KEUZE,
    "onvervulde_behoefte.gemeente": CODE,
    "onvervulde_behoefte.leefgebied": KEUZE,
    "onvervulde_behoefte.wsv": CODE,
    "onvervulde_behoefte.week": "a week of the year; counted per WSV, no person",
    "begrip_telling.gemeente": CODE,
    "begrip_telling.week": "a week of the year; counted per gemeente, no person",
    "begrip_telling.teller": KEUZE,
    "begrip_telling.id": "the id of a question or a choice from a closed list",
    "dialoog_gebeurtenis.sender_id": ONZE_ID,
    "telegram_chat.account_id": ONZE_ID,
    "uitnodiging.code_sha256": "a digest of a code made by chance",
    "uitnodiging.account_id": ONZE_ID,
    "update_in.soort": KEUZE,
    "update_in.reden": FOUTSOORT,
    "chatbericht.id": ONZE_ID,
    "chatbericht.account_id": ONZE_ID,
    "chatbericht.soort": KEUZE,
    "chatbericht.casus_id": ONZE_ID,
    "zending.soort": KEUZE,
    "zending.chatbericht_id": ONZE_ID,
    "zending.reden": FOUTSOORT,
    "uitbak.reden": FOUTSOORT,
    "afwezigheid.gemeente": CODE,
    "afwezigheid.contactpersoon": CODE,
    "logregel.gebeurtenis": KEUZE,
    "logregel.casus_code": "the casuscode: made by chance, says nothing by itself",
    "logregel.gebruiker": ONZE_ID,
    "logregel.namens": "the huisarts on whose behalf, from the protocol file",
    "logregel.toestemming_id": ONZE_ID,
    "logregel.anker": "a digest",
    "logregel.vorige": "a digest",
    "logregel.digest": "a digest",
}


def _kolommen() -> Iterator[tuple[str, Column[Any]]]:
    assert tabellen.CasusRow  # the tables are known once their modules are imported
    assert tabellen_kanaal.ZendingRow
    for tabel in SQLModel.metadata.sorted_tables:
        for kolom in tabel.columns:
            yield f"{tabel.name}.{kolom.name}", kolom


def _kan_tekst_bevatten(kolom: Column[Any]) -> bool:
    return not isinstance(kolom.type, GEEN_TEKST)


def _annotatie(kolom: Column[Any]) -> dict[str, str] | None:
    return kolom.info.get("persoonsgegeven")


def test_every_encrypted_column_says_what_for_and_how_long():
    zonder = [f"{tabel.name}.{kolom.name}" for tabel, kolom in versleutelde_kolommen() if not _annotatie(kolom)]
    assert not zonder


def test_a_text_column_is_annotated_or_explained():
    """A new column that can hold text makes its author choose."""
    onverklaard = [
        naam for naam, kolom in _kolommen() if _kan_tekst_bevatten(kolom) and not _annotatie(kolom) and naam not in VRIJ
    ]
    assert not onverklaard, "annotate with persoonsgegeven(doel=…, termijn=…), or explain in VRIJ"


@pytest.mark.parametrize(("naam", "kolom"), [(n, k) for n, k in _kolommen() if _annotatie(k)])
def test_an_annotation_names_a_purpose_and_a_term(naam: str, kolom: Column[Any]):
    annotatie = _annotatie(kolom)
    assert annotatie is not None
    assert set(annotatie) == {"doel", "termijn"}
    assert all(len(waarde) > 3 for waarde in annotatie.values()), naam


def test_the_explanations_are_of_columns_that_exist_and_are_not_annotated():
    bestaand = {naam for naam, kolom in _kolommen() if _kan_tekst_bevatten(kolom) and not _annotatie(kolom)}
    assert set(VRIJ) <= bestaand, f"take these out of VRIJ: {set(VRIJ) - bestaand}"


def test_the_privacy_page_names_every_table():
    pagina = lees("docs/privacy.md")
    tabellen_ = {naam.split(".")[0] for naam, _ in _kolommen()}
    assert not {tabel for tabel in tabellen_ if f"`{tabel}`" not in pagina}
