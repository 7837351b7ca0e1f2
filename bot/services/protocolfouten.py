"""Turns what pydantic refuses in a protocol into a Dutch line that says where it stands and how to mend it."""

import re
from typing import Any, NoReturn, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.domein.protocol import Protocol
from bot.services.yamlbestand import Plek, YamlBestand

_TEKST_BIJ = {
    "missing": "missend",
    "string_type": "tekst_verwacht",
    "int_type": "getal_verwacht",
    "int_parsing": "getal_verwacht",
    "tuple_type": "lijst_verwacht",
    "dict_type": "velden_verwacht",
    "model_type": "velden_verwacht",
    "string_pattern_mismatch": "vorm",
    "string_too_short": "te_kort",
    "string_too_long": "te_lang",
    "too_short": "te_weinig",
    "greater_than_equal": "te_laag",
    "less_than_equal": "te_hoog",
    "enum": "keuze",
    "extra_forbidden": "onbekend_veld",
    "invalid_key": "onbekend_veld",
}
_GRENS = {"min_length": "minimum", "max_length": "maximum", "ge": "minimum", "le": "maximum"}


def wijs_af(bestand: YamlBestand, fout: ValidationError) -> NoReturn:
    """Refuses a file for its first mistake by line; what is missing comes last: a misspelt field is missing too.

    Raises:
        BestandFout: Always.
    """
    fouten = fout.errors(include_url=False)
    eerste = min(fouten, key=lambda een: (een["type"] == "missing", bestand.regel(_plek(een)) or 0))
    plek = _plek(eerste)
    naam, variabelen = _vertaal(eerste, plek)
    bestand.fout(plek, naam, **variabelen)


def _plek(een: ErrorDetails) -> Plek:
    if een["type"] == "protocol":
        return tuple(een["ctx"]["plek"])
    return tuple(stap for stap in een["loc"] if stap != "[key]")


def _vertaal(een: ErrorDetails, plek: Plek) -> tuple[str, dict[str, Any]]:
    context: dict[str, Any] = een.get("ctx") or {}
    if een["type"] == "protocol":
        return context["tekst"], context["variabelen"]
    if een["input"] is None:
        return "leeg_veld", {}
    naam = "datum_verwacht" if een["type"].startswith("date") else _TEKST_BIJ.get(een["type"], "anders")
    if naam == "vorm" and plek[-1] == "taal":
        naam = "taalcode"
    variabelen = {_GRENS[sleutel]: waarde for sleutel, waarde in context.items() if sleutel in _GRENS}
    variabelen |= {"naam": plek[-1] if plek else "", "waarde": een["input"], "reden": een["type"]}
    if naam == "keuze":
        variabelen["keuze"] = ", ".join(re.findall(r"'([^']*)'", str(context["expected"])))
    if naam == "onbekend_veld":
        variabelen["keuze"] = ", ".join(_velden(plek[:-1]))
    return naam, variabelen


def _velden(plek: Plek) -> tuple[str, ...]:
    """The names that are allowed at this place of a protocol."""
    model: type[BaseModel] = Protocol
    for stap in plek:
        if isinstance(stap, int):
            continue
        soort = model.model_fields[stap].annotation
        modellen = [x for x in (soort, *get_args(soort)) if isinstance(x, type) and issubclass(x, BaseModel)]
        if not modellen:
            return ()
        model = modellen[0]
    return tuple(model.model_fields)
