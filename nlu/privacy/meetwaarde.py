"""Measured values ("RR 160/90", "HbA1c 58"), doses ("2dd500mg") and ICPC codes."""

import re

from nlu.privacy.ontleding import Ontleding
from nlu.privacy.vondst import Vondst

_GETAL = r"\d{1,4}(?:[.,/]\d{1,3})?"
_KOPPEL = (
    r"(?:[ :=<>~]|is|was|van|nu|weer|steeds|boven|onder|rond|nog|op|naar|gestegen|gedaald|verhoogd|verlaagd|gemeten|"
    r"thuis|vandaag|ca|circa|al|de){0,4}? ?"
)
_ALTIJD = (
    r"hba1c|tsh|ldl|hdl|ft4|crp|bse|egfr|gfr|mdrd|kreat(?:inine)?|creat(?:inine)?|inr|psa|ferritine|"
    r"nt-?probnp|bnp|alat|asat|ggt|lvef|fev1|bmi|"
    r"mmse|moca|spo2|sat(?:uratie)?|hb|mcv|phq-?9|gad-?7|4dkl|nyha|gold|asa|apgar|vas|nrs|cholesterol|chol|"
    r"triglyceriden|glucose|gluc|nuchter(?:e glucose)?|"
    r"bloedsuiker|suikers?|vit(?:amine)? ?(?:d|b12)|b12|kalium|natrium|leuco'?s|trombo'?s|d-?dimeer|iq|edss|"
    r"cd4|lengte en gewicht"
)
_WAARDE = re.compile(
    rf"(?<![^\W_])(?:{_ALTIJD})(?: ?(?:score|waarde|klasse|stadium))?{_KOPPEL}(?:{_GETAL}|"
    rf"[iv]{{1,3}}(?![^\W_]))(?: ?(?:%|mmol(?:/l|/mol)?|procent|ml/min|mg/l))?(?![^\W_])"
)
_DRUK = re.compile(
    rf"(?<![^\W_])(?:(?:rr|bloeddruk|tensie|bp|druk|onderdruk|"
    rf"bovendruk){_KOPPEL})\d{{2,3}}(?: ?[/\-] ?\d{{2,3}}| over \d{{2,3}})?(?: ?mmhg)?(?![^\W_])"
    r"|(?<![\w/.,\-])(?:[89]\d|1\d\d|2[0-4]\d)/(?:[4-9]\d|1[0-3]\d)(?: ?mmhg)?(?![\w/\-]|[.,]\d)"
)
_LIJF = re.compile(
    rf"(?<![^\W_])(?:pols|temp(?:eratuur)?|t|gewicht|weegt(?: nog| nu| maar)?|woog|afgevallen tot|"
    rf"ademfrequentie|hartslag|koorts(?: van| tot)?)[ :=]{{1,2}}{_GETAL}(?: ?(?:kg|kilo|graden|°c?|/min|"
    rf"gram))?(?![^\W_])"
    r"|(?<![\w.,])(?:3[6-9]|4[0-2])[.,]\d(?: ?(?:graden|°c?|koorts))(?![^\W_])"
    r"|(?<![\w.,])(?:[4-9]\d|1\d\d|2[0-4]\d)(?:[.,]\d)? ?kg(?![^\W_])"
)
_DOSIS = re.compile(
    r"(?<![\w.,/])\d{1,4}(?:[.,]\d{1,3})? ?(?:mg|mcg|ug|µg|mgr|microgram|milligram|ie|eh|mmol|mmhg)(?:/(?:ml|"
    r"dag|d|l))?(?![^\W_])"
    r"|(?<![^\W_])\d ?dd ?\d{0,4}(?: ?(?:mg|mcg|tab\w*|st))?(?![^\W_])"
)
_ICPC = re.compile(r"(?<![\w\-])(?:icpc[ :]{1,2}[a-z]\d\d|[dfhklprstuwxyz]\d\d(?:\.\d{1,2})?)(?![\w\-])")
_NA_MIDDEL = re.compile(
    r"(?:[ ,:(]{0,2}(?:(?:naar|nog|nu|van|op|tot|a|à) )?(?:"
    r"\d{1,4}(?:[.,/]\d{1,3})? ?(?:mg|mcg|ug|µg|mgr|g|gr|gram|ml|ie|eh|e|%|tabl?\w{0,4}|pil\w{0,4}|st|stuks|"
    r"druppels?|puf\w{0,3}|caps\w{0,4}|mmol)(?:/\w{1,4})?(?![^\W_])"
    r"|\d ?(?:dd|x ?dd|x ?d(?:aa)?gs?|x per (?:dag|week|maand)|x p ?[dw]|"
    r"xd)(?![^\W\d_]) ?(?:\d{1,4}(?:[.,]\d)? ?(?:mg|mcg|e|ie|tab\w*|g|gr|ml|puf\w*)?(?![^\W_]))?"
    r"|\d{1,4}(?:[.,/]\d{1,3})?(?![^\W_]|[.,]?\d|[:/\-]\d| ?(?:jaar|jr|euro|eur|uur|u|weken|wkn|week|maand|"
    r"maanden|mnd|dagen|dgn|dag|x|keer|kinderen|min|minuten|km|jan|feb|mrt|maart|april|mei|juni|juli|aug|sept|"
    r"okt|nov|dec|personen|mensen|brieven)(?![^\W_]))"
    r"|[lct]h?\d-[lcst]h?\d|g\d[ab]?|stadium \d|graad \d|granulaat|druppels?|drankje|drank|pleisters?|"
    r"neusspray|spray|zalf|creme|infuus|infusen|injecties?|spuiten|spuit|tabletten|tablet|pillen|kuur(?:tje)?|"
    r"capsules?|inhalator|puffer|elke \d{1,2} (?:wkn|weken|mnd|maanden|dgn|dagen)"
    r"|(?:is |was |nu |weer )?(?:gestegen|gedaald|opgelopen|gezakt|verhoogd|verlaagd) (?:naar|"
    r"tot) \d{1,4}(?:[.,]\d{1,2})?"
    r"|zn|sn|an|ac|pc|depot|retard|per (?:week|dag|maand)|elke \d mnd|gold \d|type [12]|bdz|beiderzijds|(?:re|"
    r"li)(?![^\W_])|rechts|links"
    r")(?![^\W_])){1,4}"
)


def zoek_meetwaarde(o: Ontleding) -> list[Vondst]:
    """Finds measured values, loose doses and ICPC codes; all of them are medical."""
    uit: list[Vondst] = []
    for vorm, grond in (
        (_DRUK, "bloeddruk"),
        (_WAARDE, "meetwaarde"),
        (_LIJF, "meetwaarde"),
        (_DOSIS, "dosis"),
        (_ICPC, "icpc"),
    ):
        rest = o.zonder(uit).plat
        uit += [
            Vondst(m.start(), m.end(), "medisch", grond=grond)
            for m in vorm.finditer(rest)
            if grond != "icpc" or _is_code(o, m)
        ]
    return uit


def _is_code(o: Ontleding, m: re.Match[str]) -> bool:
    return o.tekst.stuk(m.start(), m.start() + 1).isupper() or m.group().startswith("icpc")


def dosis_erachter(o: Ontleding, eind: int) -> int:
    """Where the dose or grade behind a medical word ends; `eind` itself when there is none."""
    m = _NA_MIDDEL.match(o.plat, eind)
    return m.end() if m else eind
