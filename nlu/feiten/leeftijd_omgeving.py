"""What stands around a number and shows that it is no age: a time, a dose, a duration, a thing, somebody's past."""

import re

from nlu.feiten.getal import SAMENGESTELD, getal
from nlu.feiten.leeftijdswaarde import OUDST
from nlu.feiten.patroon import een_van

_ZEKER = 4  # points from which words such as "om" and "nog" before the number do not matter
_UITDRUKKELIJK = 6  # "82 jaar oud"
_JONGSTE_OUDER = 15  # "moeder van 3" has three children
_TELT = 13  # a smaller number in words is seldom an age

MAAND = een_van(
    "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr "
    "jun jul aug sep sept okt nov dec"
)
# times, counts, measures, money, places
_TELWOORDEN_VOOR = een_van(
    r"om tot sinds vanaf rond na voor over groep klas kamer nr nummer huisnummer bus lijn tram metro rr pols "
    r"temp a4 etage verdieping maat week weken wk € euro met x tsh hb crp zeker al blok flat toestel tel afd "
    r"route optie kanaal havo vwo vmbo mavo afgelopen laatste komende eerste ruim bijna nog elke iedere om_de "
    r"per die dag nacht wc art artikel batch post hba1c phq pagina hoofdstuk item versie niveau \w*box portiek "
    r"unit minimaal maximaal totaal gem paar ongeveer zo'n meer_dan langer_dan minder_dan getrouwd samen geleden "
    r"duurt? binnen en of a zo wel dan geen"
)
_NIET_VOOR = re.compile(
    rf"(?:\b(?:{_TELWOORDEN_VOOR})|straat|laan|weg|plein|hof|kade|singel|dreef|pad|gracht)\s*$|"
    r"\b(?:rr|temp|tel|pols|tsh|hb|crp|nr|pag|blz|art|gem|dd)[.:] ?$"
)
# things and animals have ages too, and measures are numbers
_ZAAK = een_van(
    "huwelijk relatie verkering dienstverband verblijf ervaring loopbaan vriendschap bouwjaar geboortejaar "
    "jaargang zwanger wachtlijst fout audit dosis iq bmi gewicht weegt bloeddruk rr pols temp koorts saturatie "
    "hba1c suiker hond hondje kat poes kater paard pony konijn papegaai parkiet kanarie auto fiets huis flat "
    "woning paspoort wasmachine telefoon laptop keuken ketel bankstel huur premie boete schuld gezin club koor "
    "groep kamer klas rekening bedrag jubileum huisnummer"
)
_ZAAK_VOOR = re.compile(
    rf"\b(?:{_ZAAK})(?: (?:van|is|nu|v|was|naar|de|nog|al)){{0,2}} ?$|\b(?:voel\w*|gewicht|weegt)\b[^.;]{{0,20}}$"
)
_OUDER_VAN = re.compile(r"\b(?:moeder|vader|mama|papa|oma|opa|ouders?|gezin) (?:van|v) $")
# an age of long ago: "toen ik 20 was", "tot zijn 16e", "was zij 9"
_TOEN_VOOR = re.compile(r"\b(?:was|waren|toen|als|tot|sinds) (?:ze|zij|hij|ik|ie|mw|dhr|je|zijn|haar|z'n|d'r)? ?$")
_VAST_VOOR = re.compile(r"\d[:/.,-]?$|[€#] ?$|-$")
# "20 jaar …" is how long something lasted
_DUUR = een_van(
    r"na nadat voordat als weg dezelfde op_rij mantel\w* thuis geleden lang samen getr bij niet weduw\w+ in "
    r"niemand ziek terug op aan later geen naast huwelijk met dood eerder alleen voor zonder nederland al "
    r"huisvrouw man jonger ouder ervaring garantie lid clean nuchter droog van stilte bestaan te tussen wachten "
    r"wachttijd wachtlijst dienst\w* tot hier verder duurt vast elke iedere de het een dat "
    r"(?!getuige|gepens|gezond|geeft|gebruikt|gaat)ge\w{3,}(?:d|t|en)"
)
_EENHEID = een_van(
    r"uur u uurtjes min\w* sec\w* keer maal x kg kilo\w* cm meter m2 km mg ml g gram weken week wkn wk mnd "
    r"maand\w* dagen dgn dag dagdelen euro eur mille kinder\w+ kids katten hoog procent personen mensen "
    r"klein(?:kind|tje)\w* haltes? havo vwo vmbo mavo mbo hbo p\.?_?(?:d|w|m|wk|mnd|dag) per broers zussen zonen "
    r"zoons dochters jongens meiden meisjes stuks pillen tabl\w* glazen flessen bier\w* blik\w* brieven nachten "
    r"trappen treden huizen jarig_(?:jub|best)\w* sigaret\w* pakjes? collega\w* huisgeno\w+ tafels? "
    r"sollicitat\w+ handtek\w+ keren blz pag pagina\w* calls graden gr rechtop"
)
_NIET_NA = re.compile(
    rf"(?:\s*(?:[.,:]\d|[x%€°]|-\d)|/|(?:e|ste|de)\b|\s*(?:{_EENHEID}|(?:jaar|jr) (?:{_DUUR})|{MAAND})\b)"
)
_MISSCHIEN_NA = re.compile(r"\s*(?:voor|bij|halen|man|de|e)\b")  # "mw 79 de Leyens", but "20 man"
_BREUK = re.compile(r"[.,]\d ?(?:jaar|jr|j)\b")


def is_leeftijd(plat: str, m: re.Match[str], punten: int) -> bool:
    """Whether the number `m[1]` can be an age; the more points its pattern has, the less the surroundings matter."""
    begin, eind, jaren = m.start(1), m.end(1), getal(m[1])
    voor = plat[max(0, begin - 24) : begin]
    cijfers = m[1][0].isdigit()
    if jaren > OUDST or (jaren < _TELT and punten < _UITDRUKKELIJK and not cijfers):
        return False
    if not cijfers and punten < (2 if m[1] in SAMENGESTELD else _ZEKER):  # "twintig jaar" is a time
        return False
    if _VAST_VOOR.search(voor) or _ZAAK_VOOR.search(voor) or _TOEN_VOOR.search(voor):
        return False
    if punten < _UITDRUKKELIJK and jaren < _JONGSTE_OUDER and _OUDER_VAN.search(voor):
        return False
    if punten < _UITDRUKKELIJK and "verjaardag" not in m[0] and _telt_iets(plat, eind):
        return False
    if jaren < _TELT and (punten == 1 or plat.startswith(" man ", eind)):
        return False
    return punten >= _ZEKER or not (_NIET_VOOR.search(voor) or _MISSCHIEN_NA.match(plat, eind))


def _telt_iets(plat: str, eind: int) -> bool:
    """True when a unit or a thing follows the number ("20 kilo", "3 jaar getrouwd"), but not "2,5 jaar"."""
    return bool(_NIET_NA.match(plat, eind)) and not _BREUK.match(plat, eind)
