"""Who gave the consent (door): the patient, the parents, child and parents, or a representative."""

import re

_VERTEGENWOORDIGER = re.compile(
    r"\b(?:ment(?:or|rix)\w*|curat(?:or|rice)\w*|vertegenw\w*|bewindvoerder\w*|(?:ge)?volmacht\w*|gemachtigd\w*|"
    r"(?:wettelijk )?vertegenwoordig\w*|levenstestament|voogd\w*|zaakwaarnemer|treedt wettelijk)\b|\b(?:namens|voor) "
    r"(?:mw|mevrouw|meneer|dhr|haar man|haar vrouw|zijn vrouw|zijn moeder|haar moeder|pa|ma|zijn vader|haar vader)\b"
)
_OUDER = r"(?:ouders?|oudrs|ouderlijke|moeder|vader|ma|pa|mama|papa|mamma|pappa|mam|pap|mem|heit|moeders|vaders)"
_KIND = (
    r"(?:kind|dochter\w*|zoon\w*|jongen|meisje|meiske|tiener|puber|hijzelf|zijzelf|haarzelf|hemzelf|hij|zij|"
    r"ze|ie|hem|haar|"
    r"jongere|knul|dtr|zn|kindje|allebei|allemaal|alle ?drie|zelf)"
)
_MET_BEZIT = r"(?:ook )?(?:de |het |haar |zijn |hun |d'r |z'n |van |beide )*"
_EN = r"(?: en|,| \+| plus| net als|, ook| &| met| als)"
_KIND_EN_OUDERS = re.compile(
    rf"\b{_KIND}\b(?: van \w+| \(\d+\)| \d+)?(?: \w+){{0,4}}{_EN} ?{_MET_BEZIT}{_OUDER}\b|"
    rf"\b{_OUDER}\b(?: \w+){{0,3}}{_EN} ?{_MET_BEZIT}{_KIND}\b(?! (?:van|is) \w+ (?:jaar )?(?:vindt|zegt|wil))|"
    r"\bkind en ouders?\b|\bouders? en kind\b|\ballebei, kind\b"
)
_SAMEN_JONG = re.compile(
    r"\b(?:alle ?drie|allebei|samen)\b.*\b(?:is|van) 1[2-5]\b|\b1[2-5]\b.*\b(?:alle ?drie|allebei)\b"
)
_OUDERS = re.compile(rf"\b{_OUDER}\b")
_ZELF = re.compile(
    r"\b(?:zelf|zelluf|haarzelf|hemzelf|mevrouw|meneer|mw|mevr|dhr|mvr|mnr|pt|pte|pat|ptn|patiente?|client\w*|"
    r"ze|hij|zij|ie|"
    r"mantelzorger|man|vrouw|jongen van 1[6-9]|meisje van 1[6-9]|dame|oma|opa|jongeman|van (?:haar|hem) mag|"
    r"haar eigen woorden|"
    r"zijn eigen woorden)\b"
)
_OUDER_IS_CLIENT = re.compile(
    r"\b(?:moeder|vader|mama|papa|ouder) (?:zelf|is (?:zelf )?(?:de )?client\w*)|\beigen (?:opvoed)?vraag|als client|"
    r"\bvoor (?:zich|haar|hem)zelf\b|\bvoor zichzelf\b"
)
_LEEFTIJD = re.compile(rf",? ?\b(?:de |het )?{_KIND}(?:tje)? is (?:al |nog |pas )?\w+(?: jaar| jr)?$")
_BEZIT = re.compile(rf"\b(?:haar|zijn|hun|d'r|z'n) (?:beide )?(?={_OUDER}\b)")


def door(plat: str) -> str | None:
    """Who gives the consent; None: the bot asks by whom."""
    if _OUDER_IS_CLIENT.search(plat):
        return "zelf"
    if _VERTEGENWOORDIGER.search(plat):
        return "vertegenwoordiger"
    if _OUDERS.search(plat) and _KIND_EN_OUDERS.search(_BEZIT.sub("", _LEEFTIJD.sub("", plat))):
        return "kind_en_ouders"
    if _SAMEN_JONG.search(plat):
        return "kind_en_ouders"
    if _OUDERS.search(plat):
        return "ouders"
    return "zelf" if _ZELF.search(plat) else None
