"""A table per recogniser: what must be found, exactly as typed, and what must stay."""

import pytest

from nlu.privacy import filter_tekst

TELEFOON = [
    "06-24681357", "06 24 68 13 57", "0624681357", "0031 6 24681357", "+31 6 24 68 13 57", "+31(0)624681357",
    "079-3512468", "079 - 351 24 68", "(079) 3512468", "0115-421357", "+32 478 12 34 56", "+48 601 234 567",
]  # fmt: skip
GEEN_TELEFOON = [
    "112", "113", "0800-0113", "0800-2000", "0900 1450", "14079", "14 079", "116 111", "088 0767 000",
]  # fmt: skip
BSN = [
    "bsn 111222333", "BSN: 111222333", "bsn van haar zoon is 123456782", "bsn 123 456 789", "bsn 1234.56.782",
    "111222333",
]  # fmt: skip
GEEN_BSN = [
    "123456789", "polis 20231145", "120000000 euro",
]  # fmt: skip
GEBOREN = [
    "geb. 02-11-1949", "geboren 5 mei 1955", "geb 140781", "geb. 1937", "geboortedatum: 1-2-'60",
    "(14-02-2017)", "geb 12 december 1944", "12-06-1990", "1976-02-29", "is van 1944", "geboren in 1950",
    "bouwjaar 1968",
]  # fmt: skip
NIET_GEBOREN = [
    "afspraak op 12 januari 2027", "12 december om 10.15", "sinds 3-4-2019 alleen", "overleden op 12-03-2018",
    "14-02-2026", "vrijdag 13 maart", "in 2014 verhuisd", "tot 1 mei", "20 jr", "om 8.30",
]  # fmt: skip
ADRES = [
    "Voorweg 203a", "Duindoornstraat 4-2", "Karel Doormanlaan 15", "Hof van Delfland 8", "burg. Vernedepark 12",
    "1e Stationsstraat 100", "Willem de Zwijgerlaan 3 bis", "bredewater 16",
]  # fmt: skip
GEEN_ADRES = [
    "Meerzicht 82 jaar", "lijn 4", "3 hoog", "op de markt", "bakker, 66", "het Stadhuisplein", "4 kinderen",
    "koffie in het park om 10 uur", "onderweg 2 uur", "in de straat staan 3 auto's",
]  # fmt: skip
POSTCODE = [
    "2716 NJ", "2716NJ", "2716nj", "2711 AB",
]  # fmt: skip
GEEN_POSTCODE = [
    "in 2022 is", "1500 en", "2024 SA", "2000 mg", "kost 1250 de maand",
]  # fmt: skip
EMAIL = [
    "j.terwindt@voorbeeld.example", "a_b+c@x-y.example.org", "azize punt demir apenstaartje example punt nl",
]  # fmt: skip
NAAM = [
    "mw ten broeke", "Dhr. Çakmak", "mevr v.d. Heuvel", "J.F.M. Rademakers-Poel", "Vermaat, Cornelis",
    "mw. Tjin A Tsoi", "f. el amrani", "hr de koning", "fam. Oosterwegel", "dr. Winkelman", "van Dijk-Smulders",
    "Nguyen Van Hai",
]  # fmt: skip
NAAM_DOOR_CONTEXT = [
    ("hij heet yusuf en wacht", "yusuf"), ("dochter roos belde", "roos"),
    ("mw groen wil een balkon", "mw groen"), ("meneer bakker wil leren pinnen", "meneer bakker"),
    ("mw jong (ja zo heet ze)", "mw jong"), ("Mei is haar naam", "Mei"), ("zoon kay komt niet", "kay"),
    ("echtgenoot piet is ziek", "piet"),
]  # fmt: skip
GEEN_NAAM = [
    "groen licht van de gemeente", "de bakker is dicht", "een roos van de buurvrouw",
    "mei is haar drukste maand", "jong stel zonder familie", "mw is alleen", "dhr heeft geen vervoer",
    "koning voetbal", "kok gezocht", "de boer op de markt", "wil graag mee naar Palenstein",
    "Humanitas belt terug", "mw spreekt Turks", "Wmo-loket gebeld", "meneer in de stoel", "de zomer was lang",
]  # fmt: skip
MEDISCH = [
    "omepresol", "metoprolol 50 mg", "lisinopril 1dd20mg", "oxazepam 10 mg zn", "COPD gold 3", "hoge bloeddruk",
    "RR 160/90", "HbA1c 58", "BMI 34", "TSH 2,1", "suikerziekte", "heupoperatie", "schouderklachten", "DM2",
    "cva", "levercirrose", "adalimumab", "sinusitis", "appendectomie", "ramipril", "atenolol", "pantoprazol",
    "simvastatien", "MDL-arts", "oogarts", "versleten knie", "slijtage in beide heupen", "gordelroos", "ALS",
    "prednisonkuur", "tramadolrecept", "katarakt", "reumatoïde artritis", "burn-out", "zwanger", "griepprik",
]  # fmt: skip
GEEN_MEDISCH = [
    "een pleister op de wonde", "hart onder de riem", "een kater van de sollicitatie", "rouw", "eenzaam", "moe",
    "stress", "rollator", "man ovl", "overleden", "schulden", "als hij belt", "af en toe", "geldklachten",
    "burenklachten", "allergisch voor formulieren", "een bittere pil", "in april", "fysiotherapie", "huisarts",
    "breuk met zijn zoon", "koude kermis", "zenuwslopend", "spanning thuis", "gebroken hart",
    "relatieproblemen", "lange tenen", "slaapkamer", "handtekening", "hoofdhuurder", "voorwaarden",
    "koorts van het WK",
]  # fmt: skip


def gevonden(tekst: str) -> list[tuple[str, str]]:
    return [(v.soort, v.tekst) for v in filter_tekst(tekst).gevonden]


@pytest.mark.parametrize("nummer", TELEFOON)
def test_telefoon(nummer: str) -> None:
    assert gevonden(f"bereikbaar op {nummer}, na vieren") == [("telefoon", nummer)]


@pytest.mark.parametrize("nummer", GEEN_TELEFOON)
def test_openbare_nummers_blijven(nummer: str) -> None:
    assert gevonden(f"ze mag {nummer} bellen als het niet gaat") == []


@pytest.mark.parametrize("tekst", BSN)
def test_bsn(tekst: str) -> None:
    assert [soort for soort, _ in gevonden(f"staat op de brief: {tekst} en klopt")] == ["bsn"]


@pytest.mark.parametrize("tekst", GEEN_BSN)
def test_geen_bsn(tekst: str) -> None:
    assert "bsn" not in dict(gevonden(f"kenmerk {tekst} staat erbij"))


@pytest.mark.parametrize("tekst", GEBOREN)
def test_geboortedatum(tekst: str) -> None:
    assert [soort for soort, _ in gevonden(f"zoekt gezelschap, {tekst}, komt zelf")] == ["geboortedatum"]


@pytest.mark.parametrize("tekst", NIET_GEBOREN)
def test_andere_data_blijven(tekst: str) -> None:
    assert gevonden(f"komt langs, {tekst}, met de bus") == []


@pytest.mark.parametrize("tekst", ADRES)
def test_adres(tekst: str) -> None:
    assert gevonden(f"is verhuisd naar {tekst}, kent er niemand") == [("adres", tekst)]


@pytest.mark.parametrize("tekst", GEEN_ADRES)
def test_geen_adres(tekst: str) -> None:
    assert gevonden(f"vertelt over {tekst} en lacht") == []


@pytest.mark.parametrize("tekst", POSTCODE)
def test_postcode(tekst: str) -> None:
    assert gevonden(f"pakje voor {tekst}, niet bezorgd") == [("postcode", tekst)]


@pytest.mark.parametrize("tekst", GEEN_POSTCODE)
def test_geen_postcode(tekst: str) -> None:
    assert "postcode" not in dict(gevonden(f"zegt dat het {tekst} niet meer lukt"))


@pytest.mark.parametrize("tekst", EMAIL)
def test_email(tekst: str) -> None:
    assert gevonden(f"liever mailen: {tekst}") == [("email", tekst)]


@pytest.mark.parametrize("tekst", NAAM)
def test_naam(tekst: str) -> None:
    assert gevonden(f"{tekst} zoekt een wandelmaatje") == [("naam", tekst)]


@pytest.mark.parametrize(("tekst", "naam"), NAAM_DOOR_CONTEXT)
def test_naam_door_context(tekst: str, naam: str) -> None:
    assert ("naam", naam) in gevonden(tekst)


@pytest.mark.parametrize("tekst", GEEN_NAAM)
def test_geen_naam(tekst: str) -> None:
    assert gevonden(tekst) == []


@pytest.mark.parametrize("tekst", MEDISCH)
def test_medisch(tekst: str) -> None:
    assert gevonden(f"heeft {tekst}, maar belt over de buurvrouw") == [("medisch", tekst)]


@pytest.mark.parametrize("tekst", GEEN_MEDISCH)
def test_geen_medisch(tekst: str) -> None:
    assert gevonden(f"het gaat om {tekst}, zei ze") == []


def test_namen_van_de_gemeente_blijven() -> None:
    tekst = "wil naar Kwintijnshof en naar stichting Vlinderveld"
    assert filter_tekst(tekst, beschermd=["Kwintijnshof", "Vlinderveld"]).gevonden == ()


def test_de_grond_zegt_waarom() -> None:
    gronden = {v.tekst: v.grond for v in filter_tekst("mw Jansma slikt omepresol en heeft sinusitis").gevonden}
    assert gronden["mw Jansma"] == "titel"
    assert gronden["omepresol"] == "tikfout van omeprazol"
    assert gronden["sinusitis"].startswith(("lijst", "vorm"))
