"""Medical facts: medicines with their dose, diseases, complaints, examinations, specialists, measured values."""

import re
from functools import lru_cache

from nlu.privacy.lijsten import beeldspraak, medische_frasen, plat, reeks, regels, woorden
from nlu.privacy.medische_vorm import medische_vorm
from nlu.privacy.meetwaarde import dosis_erachter, zoek_meetwaarde
from nlu.privacy.ontleding import Ontleding
from nlu.privacy.tikfout import tikfout_van
from nlu.privacy.vondst import Vondst

_BESTAND = "medisch_dubbelzinnig"
_STREEPJE = re.compile(r"-[^\W_]+")
_LIJF = (
    r"(?:hart|knie(?:en)?|heup(?:en)?|rug|nek|schouders?|voet(?:en)?|enkels?|pols(?:en)?|longen|darmen|maag|"
    r"nier(?:en)?|lever|blaas|ogen|oog|oren|oor|"
    r"handen|hand|armen|arm|elleboog|benen|been|duim(?:en)?|vingers?|keel|kaak|ribben|gewrichten|huid|borst|"
    r"buik|hoofd|wervels?|tenen|teen|onderrug|meniscus|bloed|gezicht|galblaas|prostaat|schildklier|baarmoeder|"
    r"nekwervels?|rugwervels?)"
)
_PLAATS = re.compile(
    rf"(?: (?:in|aan|van|bij|op|achter)(?: (?:de|het|haar|zijn|zn|d'r|een|beide))?)?(?: (?:beide|linker|"
    rf"rechter|re|li))? (?:linker|rechter)?{_LIJF}(?![^\W_])"
)
_BIJVOEGLIJK = re.compile(
    r"(?<![^\W_])(?:kleine|lichte|zware|ernstige|acute|chronische|beginnende|vergevorderde|pulmonale|"
    r"essentiele|primaire|secundaire|ziekte van|syndroom van|"
    r"allergie voor|allergisch voor|diagnose|verdenking(?: op)?|\d{1,2} wk(?:n)? |\d{1,2} weken|hevige|stijve|"
    r"kapotte|zere|slechte|pijnlijke|ontstoken|recidiverende|terugkerende) $"
)
_SPECIALIST = re.compile(r"(?:oloo?ge?|chirurg|arts|psychiater|orthopeed|internist|geriater|verloskundige)$")
_RAND = frozenset(",():;.")
_STREEPJE_VOOR = re.compile(r"[^\W_]+-$")


def zoek_medisch(o: Ontleding) -> list[Vondst]:
    """Finds medical facts, also denied, past and about others; figures of speech stay."""
    figuurlijk = {n for i, j, _ in beeldspraak().zoek(o) for n in range(i, j)}
    uit: list[Vondst] = []
    i = 0
    while i < len(o.woorden):
        treffer = None if i in figuurlijk else _op(o, i)
        if treffer is None:
            i += 1
            continue
        j, grond = treffer
        vondst = _span(o, i, j=j, grond=grond)
        uit.append(vondst)
        while i < len(o.woorden) and o.woorden[i].begin < vondst.eind:
            i += 1
    return uit + zoek_meetwaarde(o.zonder(uit))


def _op(o: Ontleding, i: int) -> tuple[int, str] | None:
    """The end (exclusive word number) and reason of a medical fact that starts at word `i`."""
    w = o.woorden[i]
    if treffer := medische_frasen().op(o, i):
        j, merk = treffer
        if _als_beroep(o, i) or _figuurlijk(o, i) or (o.woorden[i].k == "ct" and i and o.woorden[i - 1].k.isdigit()):
            return None
        if j > i + 1 or _eenduidig(o, i, merk):
            return j, f"lijst {merk}"
    if w.k == "als" and _als_ziekte(o, i):
        return i + 1, "als met aanloop"
    if lichaam := _lichaamsdeel(o, i):
        return lichaam
    if w.k in _niet() or i in o.beschermde_woorden or w.k in woorden("naam_of_woord", "titels"):
        return None
    if vorm := medische_vorm(w.k):
        return i + 1, vorm
    if treffer is None and (bedoeld := tikfout_van(w.k)):
        return i + 1, f"tikfout van {bedoeld}"
    return None


@lru_cache(maxsize=1)
def _niet() -> frozenset[str]:
    return frozenset(plat(r) for r in regels("niet_medisch"))


def _eenduidig(o: Ontleding, i: int, merk: str) -> bool:
    """Whether one word of a list is medical here: by its capitals or by what stands before it."""
    w = o.woorden[i]
    hoofdletters = w.k in woorden(_BESTAND, "hoofdletters")
    aanloop = w.k in woorden(_BESTAND, "met_aanloop")
    if not hoofdletters and not aanloop:
        return merk != "dubbelzinnig"
    if hoofdletters and w.kapitalen:
        return True
    if w.k in woorden(_BESTAND, "lichaamsdelen"):
        return False
    return aanloop and (_voorafgegaan(o, i, reeks(_BESTAND, "aanloop")) or _staat_alleen(o, i) or _gehad(o, i))


def _staat_alleen(o: Ontleding, i: int) -> bool:
    """A word between commas or brackets, as in a list of what somebody has: "mw 80, doof, alleen"."""
    los = i == 0 or o.voor(i).strip()[-1:] in _RAND
    if not los or o.woorden[i].k not in woorden(_BESTAND, "alleen_staand"):
        return False
    laatste = i + 1 == len(o.woorden)
    return o.woorden[i].k in woorden(_BESTAND, "vooraan") or (laatste and i > 0) or o.tussen(i).strip()[:1] in _RAND


def _gehad(o: Ontleding, i: int) -> bool:
    """What somebody had, with the verb behind it: "een kind dat tics heeft", "spit gehad", "doof geworden"."""
    volgend = o.woorden[i + 1].k if i + 1 < len(o.woorden) and o.tussen(i) == " " else ""
    return volgend in woorden(_BESTAND, "gehad") and o.woorden[i].k in woorden(_BESTAND, "alleen_staand")


def _figuurlijk(o: Ontleding, i: int) -> bool:
    """A complaint that comes of a thing or an office: "hoofdpijn van al die brieven"."""
    if o.woorden[i].k not in woorden(_BESTAND, "figuurlijk_woord"):
        return False
    na = [w.k for w in o.woorden[i + 1 : i + 6]]
    return na[:1] in (["van"], ["door"], ["voor"]) and not woorden(_BESTAND, "figuurlijk_ding").isdisjoint(na)


def _als_beroep(o: Ontleding, i: int) -> bool:
    """A specialist as somebody's own trade: "was chirurg in Damascus", "gepensioneerd neuroloog"."""
    voor = o.woorden[i - 1].k if i and o.voor(i) in (" ", "-") else ""
    return voor in woorden(_BESTAND, "beroep_voor") and bool(_SPECIALIST.search(o.woorden[i].k))


def _voorafgegaan(o: Ontleding, i: int, aanlopen: tuple[str, ...]) -> bool:
    """Whether one of the lead-ins stands right before word `i`, with at most a comma between."""
    voor = tuple(w.k for w in o.woorden[max(0, i - 4) : i])
    return any(voor[-len(r) :] == r for r in map(_reeks, aanlopen) if len(r) <= len(voor)) and "." not in o.voor(i)


def _als_ziekte(o: Ontleding, i: int) -> bool:
    """The disease ALS in lower case: "man met als,"."""
    voor = o.woorden[i - 1].k if i else ""
    einde = i + 1 == len(o.woorden) or o.tussen(i)[:1] in set(",.;)")
    return voor in {"met", "heeft", "had", "aan", "diagnose", "door", "ivm"} and einde


def _reeks(frase: str) -> tuple[str, ...]:
    return tuple(plat(frase).split())


def _lichaamsdeel(o: Ontleding, i: int) -> tuple[int, str] | None:
    """A part of the body with a complaint around it: "last van haar rug", "knie blijft zeuren"."""
    if o.woorden[i].k not in woorden(_BESTAND, "lichaamsdelen"):
        return None
    if _voorafgegaan(o, i, reeks(_BESTAND, "lichaam_aanloop")):
        return i + 1, "lichaamsdeel met klacht"
    na = tuple(w.k for w in o.woorden[i + 1 : i + 6])
    for gevolg in map(_reeks, reeks(_BESTAND, "lichaam_gevolg")):
        if na[: len(gevolg)] == gevolg and not set(o.tussen(i)) & set(".,;:"):
            return i + 1 + len(gevolg), "lichaamsdeel met klacht"
    return None


def _span(o: Ontleding, i: int, *, j: int, grond: str) -> Vondst:
    """The find on words `i` to `j`, with the rest of a hyphenated word and the dose behind it."""
    begin, eind = o.woorden[i].begin, o.woorden[j - 1].eind
    while m := _STREEPJE.match(o.plat, eind):
        eind = m.end()
    if voor := _STREEPJE_VOOR.search(o.plat[max(0, begin - 24) : begin]):
        begin -= voor.end() - voor.start()
    if bij := _BIJVOEGLIJK.search(o.plat[max(0, begin - 40) : begin]):
        begin -= bij.end() - bij.start()
    if plaats := _PLAATS.match(o.plat, eind):
        eind = plaats.end()
    return Vondst(begin, dosis_erachter(o, eind), "medisch", grond=grond)
