"""Confirming (bevestigen): sending needs an outspoken yes; any doubt, condition or later moment is no answer."""

import re

from rapidfuzz import fuzz, process

from nlu.antwoorden.basis import GEEN, ONBESLIST, TWIJFEL, VOORWAARDE, WACHT, Uitslag, heel, is_vraag, kaal
from nlu.tekst import Tekst

_JA = (
    r"(?:(?:ja+|jazeker|jawel|jep|jup|yep|yes|joa|jo|ok|oke|okay|akkoord|akk|prima|top|klopt|goed|is goed|"
    r"dat is goed|in orde|zeker|correct|perfect|gecontroleerd|definitief|goedgekeurd|bevestigd|voor mekaar|"
    r"helemaal goed|alles klopt|klopt (?:allemaal|helemaal|precies|als een bus)|staat goed|"
    r"alles goed|perfect zo)(?: hoor)?[ ,.!]*(?:en |dus |zo )?)"
)
# said beside sending or a yes; alone no order to send
_ERBIJ = (
    r"(?:(?:ziet er (?:goed|netjes|prima) uit|staat er goed|(?:zo )?is het goed|alles staat erin|prima bericht|"
    r"nagelopen|nagekeken|gelezen|ik ben akkoord|(?:mw|mevrouw|meneer|dhr|ze|hij) (?:is|gaat) (?:ook |ermee )?akkoord)"
    r"[ ,.!]*(?:en |dus |zo )?)"
)
_STUUR = (
    r"(?:(?:ver)?stu+ren?|(?:ver)?stuur|verzend(?:en)?|verzonden worden|verstuurd worden|doorsturen|"
    r"doorzetten|zet (?:maar )?door|(?:op|door|toe)(?:ge)?stu(?:ren|urd)|zenden|verzonden|doorgeven|"
    r"geef (?:het )?door|gaan met die banaan|"
    r"laat (?:maar |hem |het |t |'t )*(?:gaan|vertrekken|uitgaan)|gaat (?:ie|uw gang)|"
    r"(?:(?:mag|kan|doe) (?:het |hem |maar |zo |nu )*)?(?:de deur uit|de lucht in)|go|"
    r"(?:knal|gooi|duw) (?:er |hem |het |m |'m |t |'t )?(?:maar )?door|lever (?:maar |het |hem )*af|"
    r"leg (?:het |hem |m |'m )?(?:maar )?(?:bij|neer bij) (?:de )?contactpersoon(?: neer)?|"
    r"naar (?:de )?(?:contactpersoon|gemeente) ermee|geef maar door(?: aan (?:ze|de contactpersoon))?|"
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
    rf"(?:(?:{_JA}|{_ERBIJ}){{0,4}}{_STUUR}{_KLEIN}(?:[ ,.]+{_STUUR}{_KLEIN})?(?:[ ,.]+(?:{_JA}|{_ERBIJ})){{0,3}}|"
    rf"(?:ja+|jazeker|jep|klopt|akkoord)[ ,.!]+(?:hoor[ ,.]*)?(?:ziet er (?:goed|netjes|prima) uit|(?:zo )?is het goed|"
    rf"ik ben akkoord)|{_JA}+(?:hoor|zo|maar|dat mag|dat klopt|klopt allemaal|helemaal)?|{_JA}*(?:laat|"
    rf"hup)[ ,]*(?:maar )?(?:gaan|weg|{_STUUR}))\W*"
)
_NIETS_AAN = re.compile(
    r"\bgeen (?:op- ?(?:of|en) )?(?:aan|op)merkingen\b|\bhoeft (?:\w+ )?(?:niets|niks) (?:meer )?aan(?: gedaan)?\b|"
    r"\b(?:niets|niks|geen|nee)(?: \w+){0,3} (?:te )?(?:vergeten|aan doen|veranderen|aanpassen|wijzigen|"
    r"verbeteren|aanpassingen|"
    r"wijzigingen)\b"
)
_AANPASSEN = re.compile(
    r"\b(?:aanpass\w*|pas (?:\w+ ){0,4}aan|wijzig\w*|verander\w*|corrige\w*|verbeter\w*|klop(?:t|"
    r"pen) (?:\w+ )?niet|herzien\w*|redigeren|bijschaven|bijwerken|correctie|rechtzetten|edit|gewijzigd|"
    r"aangepast|"
    r"niet goed|is fout|fout(?:je)? in|zie (?:\w+ )?(?:een )?(?:tik)?fout\w*|vervang\w*|hoort (?:\w+ )?niet|"
    r"staat \w+ (?:en|maar) (?:het|dat) is \w+|staat (?:\w+ )?(?:fout|verkeerd)|verkeerde?|moet (?:\w+ ){0,4}(?:zijn|"
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
    r"wil (?:\w+ ){0,3}niet meer|laat maar(?! (?:gaan|vertrekken|uitgaan|staan))|niet doen|streep erdoor|afblazen|"
    r"wissen|schrap de hele)\b"
)
_TOEKOMST = re.compile(
    r"\b(?:nog niet|over een|vanavond|na (?:de|het|mijn|afloop)|nadenken|aarzelt|schudt|lunch|spreekuur|"
    r"klaar om|maandag|dinsdag|woensdag|donderdag|vrijdag|na de|wanneer|zodra|nooit|bijna|"
    r"of|niet zeker)\b"
)

# "niet sturen" beside what must change is no wish to call it off
_NIET_STUREN = re.compile(r"\b(?:nog )?niet (?:ver)?(?:sturen|stuur|zenden|verzenden|doorsturen)\b")
_NIET_ANNULEREN = re.compile(r"\bniet (?:annul\w*|weggooien|verwijder\w*|afbreken|wissen|intrekken)\b")
_TYPWOORDEN = ("versturen", "verstuur", "verzenden")

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


def _zonder_typfout(plat: str) -> str:
    """The answer with a mistyped "versturen" mended in it; a form that tells of sending ("verstuurd") stays."""
    woorden = []
    for woord in plat.split():
        los = woord.strip(",.!")
        raak = (
            process.extractOne(los, _TYPWOORDEN, scorer=fuzz.ratio, score_cutoff=80)
            if len(los) > 5 and "stor" not in los and re.match(r"v.*[nru]$", los)
            else None
        )
        woorden.append(woord.replace(los, raak[0]) if raak else woord)
    return " ".join(woorden)


def regels(tekst: Tekst) -> Uitslag:
    """Reads the answer; sending only when the whole answer says so and nothing else."""
    if tekst.origineel.strip() in ("👍", "✅", "👌"):
        return Uitslag("versturen")
    plat = kaal(tekst)
    if not plat or re.match(r"ja ?ja\b", plat) or _HALF.fullmatch(plat) or _VERKEERD.search(plat):
        return GEEN
    if "?" not in tekst.plat and heel(_VERSTUREN.pattern).fullmatch(_zonder_typfout(plat)):
        return Uitslag("versturen")
    if _MAG_ANDERS.search(plat):
        return Uitslag("aanpassen")
    if _NIET_ANNULEREN.search(plat):
        return GEEN
    zonder = _NIET_STUREN.sub(" ", plat)
    plat = zonder if _AANPASSEN.search(zonder) else plat
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
