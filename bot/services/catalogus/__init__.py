"""The activity catalogue ("catalogus"): reading it, taking files in, writing them out."""

from bot.services.catalogus.fouten import CelFout, Rijfout
from bot.services.catalogus.invoer import (
    Importverslag,
    Wijziging,
    exporteer,
    importeer,
    laad_demo,
    schrijf_sjabloon,
    stop_verdwenen,
)
from bot.services.catalogus.lezen import Ingelezen, controleer
from bot.services.catalogus.opslag import activiteit_namen, activiteiten_van, bewaar_activiteiten

__all__ = [
    "CelFout",
    "Importverslag",
    "Ingelezen",
    "Rijfout",
    "Wijziging",
    "activiteit_namen",
    "activiteiten_van",
    "bewaar_activiteiten",
    "controleer",
    "exporteer",
    "importeer",
    "laad_demo",
    "schrijf_sjabloon",
    "stop_verdwenen",
]
