"""Confirming (bevestigen): sending needs an outspoken yes; any doubt, condition or later moment is no answer."""

import re

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, heel, is_vraag, kaal
from nlu.tekst import Tekst

_JA = (
    r"(?:(?:ja+|jazeker|jawel|jep|jup|yep|yes|joa|jo|ok|oke|okay|akkoord|akk|prima|top|klopt|goed|is goed|"
    r"dat is goed|in orde|zeker|correct|perfect|gecontroleerd|definitief|goedgekeurd|bevestigd|voor mekaar|"
    r"helemaal goed|alles klopt|klopt allemaal|ziet er goed uit|staat goed|alles goed)[ ,.!]*(?:en |dus |zo )?)"
)
_STUUR = (
    r"(?:(?:ver)?stu+ren?|(?:ver)?stuur|verzend(?:en)?|verzonden worden|verstuurd worden|doorsturen|"
    r"doorzetten|zet (?:maar )?door|(?:op|door|toe)(?:ge)?stu(?:ren|urd)|zenden|verzonden|doorgeven|"
    r"geef (?:het )?door|gaan met die banaan|"
    r"laat (?:maar |hem |het |t |'t )*(?:gaan|vertrekken|uitgaan)|gaat (?:ie|uw gang)|(?:mag|kan) (?:zo |"
    r"nu )?de deur uit|de lucht in|go|"
    r"stuur (?:t|'t|het|hem|m|maar|door|die|dit|op|weg)+|doe maar|weg(?:sturen)?|indienen|overdragen|"
    r"draag over|bevestig(?:en|d)?|verstuurn|vesturen|send|"
    r"ga (?:je gang|maar)|kan (?:zo )?weg|(?:mag|kan) (?:zo )?(?:verstuurd|door|eruit|verzonden)(?: zo| worden)?)"
)
_KLEIN = (
    r"(?:\W*(?:maar|t|'t|het|hem|m|'m|hoor|zo|door|naar (?:de )?contactpersoon|graag|dan|nu|meteen|direct|en|"
    r"bedankt|dank je|dankjewel|ja|aub|svp|dat|alles|gewoon|eruit|mar|weg|dit|deze|worden|klopt|goed|zo is het|op|"
    r"toch|👍))*"
)
_VERSTUREN = re.compile(
    rf"(?:{_JA}*{_STUUR}{_KLEIN}|{_JA}+(?:hoor|zo|maar|dat mag|dat klopt|klopt allemaal|helemaal)?|{_JA}*(?:laat|"
    rf"hup)[ ,]*(?:maar )?(?:gaan|weg|{_STUUR}))\W*"
)
_NIETS_AAN = re.compile(
    r"\b(?:niets|niks|geen|nee)(?: \w+){0,3} (?:te )?(?:vergeten|aan doen|veranderen|aanpassen|wijzigen|"
    r"verbeteren|aanpassingen|"
    r"wijzigingen)\b"
)
_AANPASSEN = re.compile(
    r"\b(?:aanpass\w*|pas (?:\w+ ){0,4}aan|wijzig\w*|verander\w*|corrige\w*|verbeter\w*|klop(?:t|"
    r"pen) (?:\w+ )?niet|herzien\w*|redigeren|bijschaven|bijwerken|correctie|rechtzetten|edit|gewijzigd|"
    r"aangepast|"
    r"niet goed|is fout|fout(?:je)? in|staat (?:\w+ )?(?:fout|verkeerd)|verkeerde?|moet (?:\w+ ){0,4}(?:zijn|"
    r"worden|bij|af|weg|uit|erbij|eraf|anders)|"
    r"(?:haal|laat|zet) (?:\w+ ){0,5}(?:weg|eraf|eruit|erbij|uit|bij)|ontbreekt|mist (?:nog )?|bewerk\w*|"
    r"anders|herstel\w*|toevoegen|voeg|iets vergeten|erbij|eraf)\b"
)
_ANNULEREN = re.compile(
    r"\b(?:annul\w*|trek (?:\w+ )?(?:terug|in)|intrekken|delete|blaas (?:\w+ )?af|streep door|vernietig|doe maar niet|"
    r"(?:haal|gooi) (?:de|die|deze) (?:hele )?(?:aanvraag|overdracht|boel|zaak|casus) (?:\w+ )?weg|"
    r"gooi (?:\w+ ){0,3}weg|"
    r"verzend (?:\w+ ){0,2}niet|we doen het niet|afzien|vervallen|afzeggen|blazen het af|prullenbak|(?:niets|"
    r"niks|niet) (?:ver)?(?:sturen|"
    r"stuur|verzenden)|sturen (?:niks|niets)|van gedachten veranderd|anul\w*|cancel\w*|afbreken|"
    r"breek (?:\w+ )?af|niet (?:ver)?(?:sturen|stuur|verzenden|doorsturen)|stuur (?:\w+ )?niet|(?:gooi|doe|"
    r"mag) (?:\w+ )?weg(?:gooien|doen)|weggooien|verwijder\w*|gaat niet door|hoeft (?:\w+ )?niet(?: meer)?|"
    r"ziet (?:er )?(?:\w+ )?van af|zie (?:er )?van af|toch (?:maar )?niet|trekt (?:\w+ )?terug|"
    r"wil (?:\w+ ){0,3}niet meer|laat maar(?! gaan)|niet doen|streep erdoor|afblazen|wissen|schrap de hele)\b"
)
_TOEKOMST = re.compile(
    r"\b(?:nog niet|over een|vanavond|na (?:de|het|mijn|afloop)|nadenken|aarzelt|schudt|lunch|spreekuur|"
    r"klaar om|maandag|dinsdag|woensdag|donderdag|vrijdag|na de|wanneer|zodra|nooit|bijna|"
    r"of|niet zeker)\b"
)


_HALF = re.compile(
    r"(?:ja+|ok|oke|okay|goed|prima|klopt|top|mooi)[ ,]+(?:maar|dan|en|dus|nou)(?: maar| dan)?|laat maar|mag weg|"
    r"weg ermee"
)
_VERKEERD = re.compile(
    r"\bverkeerde? (?:knop|scherm|venster|chat)\b|^(?:waarom|wie|wat|hoe|wanneer|waar)\b|\bverwacht\b|"
    r"\bnee\b.*\bnee\b"
)
_MAG_ANDERS = re.compile(
    r"^(?:kan|mag|moet|kunnen) (?:de|die|dat|het|dit|er|haar|zijn)\b.*\b(?:gewijzigd|wijzigen|aangepast|"
    r"aanpassen|veranderd|weg|eruit|erbij|anders)\b"
)
_HELE_WEG = re.compile(
    r"\b(?:haal|gooi|trek|verwijder|wis|schrap) (?:de|die|deze|dit)? ?(?:hele )?(?:aanvraag|overdracht|boel|zaak|"
    r"bericht|alles)\b|\bverkeerde (?:patient|mevrouw|meneer|man|vrouw|casus)\b"
)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; sending only when the whole answer says so and nothing else."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag("versturen")
    plat = kaal(tekst)
    if not plat or re.match(r"ja ?ja\b", plat) or _HALF.fullmatch(plat) or _VERKEERD.search(plat):
        return GEEN
    if _MAG_ANDERS.search(plat):
        return Uitslag("aanpassen")
    plat = kaal(Tekst.van(_NIETS_AAN.sub(" ", plat)))
    annuleren, aanpassen = _ANNULEREN.search(plat), _AANPASSEN.search(plat)
    onzeker = TWIJFEL.search(plat) or WACHT.search(plat) or _TOEKOMST.search(plat)
    if annuleren and not ((aanpassen and not _HELE_WEG.search(plat)) or onzeker or is_vraag(plat)):
        return Uitslag("annuleren")
    if aanpassen and not (annuleren or TWIJFEL.search(plat)) and "?" not in tekst.plat:
        return Uitslag("aanpassen")
    if onzeker or is_vraag(plat) or VOORWAARDE.search(plat):
        return GEEN if not (annuleren or aanpassen) else ONBESLIST
    return Uitslag("versturen") if heel(_VERSTUREN.pattern).fullmatch(plat) else ONBESLIST


def nog_niet(plat: str) -> bool:
    """True when the answer puts it off ("nog niet versturen"), or is none ("verkeerde knop")."""
    return bool(re.search(r"\bnog niet\b", plat) or _VERKEERD.search(plat) or _HALF.fullmatch(plat))
