"""Exact ages: "mw 82", "dochter (12)", "tweeëntachtig jaar", "8 mnd"; not house numbers, times, doses, durations."""

import re
from collections.abc import Iterator

from nlu.feiten.getal import GETAL, KLEIN_TELWOORD, getal
from nlu.feiten.leeftijd_omgeving import MAAND, is_leeftijd
from nlu.feiten.leeftijdswaarde import Leeftijd
from nlu.feiten.patroon import een_van

_KIND = "(?:" + een_van(
    "zoon dochter jongen jong meisje kind knul knaap joch jochie gast ventje kereltje mannetje meid zn dtr peuter "
    "kleuter baby puber tiener brugklasser brugpieper leerling tweeling kleine oudste jongste middelste zoontje "
    "dochtertje jongetje kindje meiske kleinzoon kleindochter kleinkind"
) + ")(?:tje)?"  # fmt: skip
_PERSOON = (
    rf"(?:(?:stief|pleeg|schoon|klein|achter)?(?:{_KIND}|moeder|vader|zus|broer|ouder)(?:je)?|"
    + een_van(
        "mw mevr? mevrouw mvr mevrouwtje dhr hr mnr meneer heer pte? ptn pat patiente? man vrouw vr vrw dame "
        "jongeman weduwe weduwnaar clt? client cliente opa oma ma pa m v hij zij ze ie is ben bin ik "
        "gepensioneerde? studente? tante oom vriendin partner echtgenote? echtgenoot neef nicht juf meester"
    )
    + ")"
)
_ZIJ = "(?:zij|ze|hij|ie|mw|dhr)"
_NA_OF_LEEG = (
    r"(?=\s*(?:[,;:!?'\")]|\.(?!\d)|$|-\s)|"
    r"\s(?:jr|woont|uit|weduwe|weduwnaar|en een half|en \d\d?(?! \w*(?:kilo|kg|uur|jaar|mensen))\b|alleen\b)|"
    r"(?<=\d\d) en (?!\d))"
)
# what is "van 60" without being a person
_GEEN_MENS = "(?:" + een_van(
    r"le[ev]\w* rond\w* gezin familie huis huur stel groep koor club abo\w* lid\w* contrib\w* sport\w* boete "
    r"\w*aanslag brief\w* biljet schuld\w* verslag bedrag \w*lening flat kamer rekening premie korting \w*uitkering "
    r"loon lijst team klas plaats afstand periode hoogte \w*bed waarde bmi iq dosis \w*straat \w*laan nummer "
    r"kaart\w* recept\w* spullen hond kat auto fiets leeftijd cijfer aantal maand rente saldo nota factuur betaling "
    r"subsidie gemiddelde huurder \w*jubileum afspraak stuk artikel euro kosten vergoeding \w*aantal regeling minder "
    r"meer niet alleen ook eentje"
) + r")\b"  # fmt: skip
# a trade or an origin by its ending: "loodgieter 57", "hagenees 68"
_GEEN_BEROEP = een_van(
    r"\w*(?:nummer|kamer|meter|liter|keer|uur|computer|printer|toner|formulier|papier) w?e?er meer over onder achter "
    r"zonder ander maar vroeger later verder eerder vier hier daar waar jaar voor door moment procent een geen moet "
    r"niet aan dan van gaan staan plan baan kant want krant december november oktober september minder paar winter "
    r"zomer dokter"
)
_BEROEP = (
    rf"(?!(?:{_GEEN_BEROEP})\b)[\w'-]*"
    r"(?:er|eur|ist|ent|ant|aar|ster|ees|ier|ior|man|vrouw|kundige|aan|ling|arts|smid|kok|oer|rk|ges|ere)"
)
_DOET = een_van(
    "met die uit wil is heeft kan zit woont zoekt komt belt werkt zonder vraagt moet gaat staat niet durft spreekt "
    "slaapt huilt vertelt zegt weet loopt ziet doet mag net ligt krijgt leeft voelt eet zorgt snapt mist verzorgt "
    "drinkt rookt verloor wordt verliest verzorgde betaalt"
)
_ZINSEIND = rf"(?=$|[.,;:!?)'\"]| (?:jaar oud|jr oud|en|geworden|is|maar|met|uit|in (?:{MAAND}))\b)"
_TIJD = r"(?:vorige|afgelopen|deze|laatste|gisteren|vandaag|gister|(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
_WORDT_VOOR = re.compile(r"\b(?:wordt (?:\w+ ){0,4}|binnenkort |straks )$")

# with how sure each is that the number is an age
_PATRONEN: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(patroon), punten)
    for patroon, punten in (
        (rf"\b({GETAL})[ -]?(?:jarige?|(?:jr|jaar|jaartjes|lentes)\.? (?:oud|jong))\b", 6),
        (rf"\b(?:met|op) (?:zijn|haar|z'n|d'r|m'n|mijn) ({GETAL}) (?:jaar|jr)\b(?! (?:in|bij) (?:dienst|de))", 6),
        (
            rf"\b{_KIND} (?:van|v|vd) ({KLEIN_TELWOORD})\b(?! (?:jaar of|jr of|(?:\w+ )?(?:\w*ouders|\w+ders|mensen)))",
            6,
        ),
        (rf"\b({GETAL})-(?:jr|jaar)\b", 5),
        (rf"\b(?:leeftijd|leeft\.?|lft\.?)[: ]+({GETAL})\b", 5),
        (rf"\b{_ZIJ}? ?zelf,? (?:is )?(?:(?:ze|hij|zij|ie|ook|al|pas|nu) )*({GETAL})\b", 5),
        (rf"\b{_ZIJ}(?: is)? (?:inmiddels |nu |al |pas |net |ook )*({GETAL})(?=$|[.,;:!)]| en\b)", 5),
        (rf"\b({GETAL}) is (?:{_ZIJ}|meneer|mevrouw)\b", 5),
        (r"^(?!met|ruim|zo'n|ongeveer|al |voor )[a-z][a-z -]{2,18},? (\d{2}) (?:m|v|vr|man|vrouw)\b", 4),
        (rf"^\W*({GETAL}) ?(?:jr|jaar)(?: en |[,.;:]|$)", 4),
        (rf"\b(?:wordt|werd|net|inmiddels|nu|pas|echt|intussen|binnenkort|straks|^nog)[: ]+({GETAL}){_ZINSEIND}", 4),
        (rf"\b({GETAL}) geworden\b(?! zijn)", 4),
        (r"\b(\d{2})(?:e|ste) verjaardag", 4),
        (rf"\b{_PERSOON}\.?,? (?:is |was )?(?:(?:van|fan|v|vd|nu|net|is al|pas|ook|echt) )*-? ?\(?({GETAL})(?!\w)", 4),
        (rf"\(({GETAL})(?: ?jr| ?jaar)?[,)]", 4),
        (rf"\(\w[\w -]{{0,20}}, ?({GETAL})\)", 4),
        (r"\b(?:m|v|vr|vrw|mw|mvr|mevr|mevrouw|dhr|meneer|man|vrouw|pt|hr)[./]?(\d{2})(?!\d)", 4),
        (r"\b(?:[a-z-]*(?:zoon|kind|meisje|jongen|broertje|zusje|je)|die) (?:van|v) (\d{1,2})(?![\w%])(?! en )", 4),
        (rf"\b({GETAL}) ?(?:jr|jaar|j)\b", 3),
        (rf"\bwordt (?!er|het|dat|om|\w+ (?:om|tot))(?:\w+ ){{1,4}}({GETAL})(?=$|[.,;!)]| (?:en|jaar|jr)\b)", 3),
        (
            rf"\b{_TIJD} (?:(?:week|maand|jaar|mnd|wk|precies|is ze|is hij) )?({GETAL})(?=$|[.,;!]| en\b| geworden)",
            4,
        ),
        (rf"\b[a-z]{{4,}},? ({GETAL}) (?:jr|jaar)\b", 3),
        (rf"\b(?!{_GEEN_MENS})[a-z-]{{3,}}(?<!en) (?:van|v) ([2-9]\d)(?![\w%])(?! (?:naar|tot|per|\w*en|p[mw])\b)", 3),
        (rf"(?:^|[,.;:?!)] ?|['\"] |\s- ?)({GETAL}){_NA_OF_LEEG}", 2),
        (r"\b[a-z]{3,},? (\d{2}) (?:m|v|vr|man|vrouw)\b", 2),
        (rf"(?:^|[.,:;] )(?:[\w'-]+ ){{0,2}}{_BEROEP},? ([1-9]\d)(?=[,:.;] | [a-z'\"])(?! [a-z]+(?:en|jes|s)\b)", 3),
        (rf"^\W*({GETAL})(?!\w)(?! ?[a-z]{{2,}}(?:en|jes|ers|aars)\b)", 1),
        (rf"\b[a-z']{{3,}},? (\d{{2}})(?=[,.;):]|$| (?:{_DOET})\b)", 1),
    )
)
_MEESTE = 12  # ages in one message: more of them are a list of something else
_EENHEID = r"(weken|wkn|wk|mnd|maanden)\b(?! zw)"
_KLEINE = "(?:jongen|meisje|zoon|dochter|huil)?(?:baby|kind|dreumes|zuigeling|jongetje|meisje|zoon|dochter)(?:je|tje)?"
_MAANDEN = re.compile(
    rf"^\W*{_KLEINE},? (?:van |v )?({GETAL}) ?{_EENHEID}|"
    rf"^\W*({GETAL}) ?{_EENHEID},? (?:oud\b|(?:huil)?baby)|"
    rf"\b{_KLEINE},? (?:van |v )?({GETAL}) ?{_EENHEID} (?:huilt|slaapt|oud|drinkt niet|krijst)"
)


def _jaren(m: re.Match[str], plat: str) -> int:
    """The age that is meant: who "wordt 80" is still a year younger."""
    jaren = getal(m[1])
    return jaren - 1 if _WORDT_VOOR.search(plat[max(0, m.start(1) - 30) : m.start(1)]) else jaren


def _in_maanden(plat: str) -> Iterator[Leeftijd]:
    for m in _MAANDEN.finditer(plat):
        nummer = next(n for n in (1, 3, 5) if m[n])
        jaren = getal(m[nummer]) // 12 if m[nummer + 1].startswith("m") else 0
        yield Leeftijd(jaren, jaren, m.start(nummer), 4, m.end())


def exacte_leeftijden(plat: str) -> Iterator[Leeftijd]:
    """Every number of the flattened text that is an age, at each place the surest reading."""
    gezien: dict[int, Leeftijd] = {}
    for patroon, punten in _PATRONEN:
        for m in patroon.finditer(plat):
            if len(gezien) >= _MEESTE:
                break
            if m.start(1) not in gezien and is_leeftijd(plat, m, punten):
                jaren = _jaren(m, plat)
                gezien[m.start(1)] = Leeftijd(jaren, jaren, m.start(1), punten, m.end(1))
    yield from gezien.values()
    yield from _in_maanden(plat)
