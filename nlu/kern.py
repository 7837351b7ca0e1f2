"""The core of a message (kern): the text without what it only denies, tells of long ago, or takes from a film."""

from nlu.labels import LEEFGEBIEDEN
from nlu.ontkenning import ontkende, zin_rond, zonder
from nlu.tekst import Tekst
from nlu.vlagpatroon import zoek_vlaggen


def kerntekst(tekst: Tekst) -> str:
    """The text for the classifiers of leefgebieden and flags; the text itself when nothing is denied or past."""
    weg = [(o.begin, o.eind) for o in ontkende(tekst, LEEFGEBIEDEN)]
    for vondst in zoek_vlaggen(tekst):
        if vondst.hoe == "ontkend":
            weg.append((vondst.begin, vondst.eind))
        elif vondst.hoe != "nu":
            zin = zin_rond(tekst, vondst.begin)
            weg.append((zin.begin, zin.eind))
    if not weg:
        return tekst.origineel
    return zonder(tekst, weg) or tekst.origineel
