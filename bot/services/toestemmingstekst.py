"""The consent text with its blanks filled: the same words when a protocol is checked and when it is read out."""

from collections.abc import Iterable
from string import Formatter

from bot.domein.dossier import Dossier
from bot.domein.protocol import Contactpersoon, Protocol
from bot.services.teksten import Teksten, opsomming

INVULPLEKKEN = frozenset({"organisatie", "functie", "vervanger", "velden", "contactroute"})
MAX_WOORDEN = 90
_APART = ("contactpersoon", "contactroute")  # named in the text by themselves, not in the list of fields
DEELBARE_VELDEN = tuple(naam for naam in Dossier().gedeelde_velden(None) if naam not in _APART)
"""Everything that can be shared, by name."""


def vul_toestemming(
    protocol: Protocol, teksten: Teksten, *, persoon: Contactpersoon, velden: Iterable[str], contactroute: str
) -> str:
    """The text as it is read out.

    Args:
        protocol: Of the gemeente; holds the text and who replaces whom.
        teksten: The texts of this gemeente.
        persoon: The recipient.
        velden: The names of the fields that are shared.
        contactroute: How name and number go; empty when that is not known yet.
    """
    ingevuld = protocol.toestemming.tekst.format_map(
        {
            "organisatie": persoon.organisatie,
            "functie": persoon.functie,
            "vervanger": _vervanger(protocol, teksten, persoon),
            "velden": opsomming(teksten.label("veld", naam) for naam in velden),
            "contactroute": teksten.label("contactroute_patient", contactroute),
        }
    )
    return " ".join(ingevuld.split())


def _vervanger(protocol: Protocol, teksten: Teksten, persoon: Contactpersoon) -> str:
    vervanger = protocol.contactpersoon(persoon.vervanger)
    if vervanger is None:
        return teksten.vul("toestemming/geen_vervanger")
    zelfde = (vervanger.functie, vervanger.organisatie) == (persoon.functie, persoon.organisatie)
    naam = "toestemming/vervanger_zelfde" if zelfde else "toestemming/vervanger"
    return teksten.vul(naam, functie=vervanger.functie, organisatie=vervanger.organisatie)


def langste_toestemming(protocol: Protocol, teksten: Teksten) -> tuple[int, Contactpersoon] | None:
    """The most words that a patient can get to hear, and from which contactpersoon; None when there is nobody."""
    lengtes = [
        (len(vul_toestemming(protocol, teksten, persoon=p, velden=DEELBARE_VELDEN, contactroute=route).split()), p)
        for p in protocol.contactpersonen
        for route in protocol.contactroutes
    ]
    return max(lengtes, key=lambda een: een[0]) if lengtes else None


def invulplekken(tekst: str) -> frozenset[str]:
    """The blanks of a text.

    Raises:
        ValueError: A brace has no other half, or a blank is more than a name.
    """
    plekken = set()
    for _, veld, vorm, omzetting in Formatter().parse(tekst):
        if veld is None:
            continue
        if not veld.isidentifier() or vorm or omzetting:
            raise ValueError(veld)
        plekken.add(veld)
    return frozenset(plekken)
