"""Turns expected failures of a command into one clear Dutch line on standard error."""

import sys
from collections.abc import Callable

from bot.domein.fouten import BestandFout

FOUT = 2


def met_uitleg(doe: Callable[[], int]) -> int:
    """Runs a command; a failure that a person can mend is one line that says how, and exit code 2."""
    from bot.bootstrap import DATA
    from bot.services.teksten import Teksten

    try:
        return doe()
    except BestandFout as fout:
        print(fout, file=sys.stderr)
    except Exception as fout:
        sleutel = getattr(fout, "tekst", None)
        if not isinstance(sleutel, str):
            raise
        variabelen = getattr(fout, "variabelen", {})
        print(Teksten.uit_map(DATA / "teksten").vul(sleutel, **variabelen), file=sys.stderr)
    return FOUT
