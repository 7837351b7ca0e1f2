"""A planted marker must reach no log, by no way. In a process of its own: logging belongs to the whole process."""

import json
import subprocess
import sys

import pytest

MERK = "MERKTEKEN"
KOP = f"""
import asyncio, logging, sys, threading, warnings
import structlog
vroeg = structlog.get_logger()
logging.basicConfig(level="DEBUG")
logging.getLogger("rasa.core").addHandler(logging.StreamHandler())
logging.getLogger("rasa.core").propagate = False
from bot.log_setup import meld_fout, zet_log_op
zet_log_op(niveau="DEBUG")
M = "{MERK}"
"""
MET_FOUT = """
try:
    raise KeyError(M)
except KeyError as fout:
    {}
"""
WEGEN = {
    "rasa": """
import telegram.ext
for naam in ("rasa", "rasa.core", "rasa_sdk.executor", "telegram.ext", "sqlalchemy.engine", "uvicorn"):
    for niveau in (10, 20, 30, 40, 50):
        logging.getLogger(naam).log(niveau, f"bericht {M}")
        logging.getLogger(naam).log(niveau, "bericht %s", M)
        logging.getLogger(naam).log(niveau, "bericht %(x)s", {"x": M}, stack_info=True, extra={"slots": M})
""",
    "handler achteraf": """
achteraf = logging.StreamHandler()
achteraf.setFormatter(logging.Formatter("%(message)s %(args)s %(exc_info)s"))
logging.getLogger("telegram.ext").addHandler(achteraf)
logging.getLogger("telegram.ext").critical("update %s", M)
"""
    + MET_FOUT.format('logging.getLogger("telegram.ext").exception("update %s", M)'),
    "eigen": """
for tekst in (M, f"beurt {M}", M.lower(), f"{M.lower()} is ziek", "beurt_klaar"):
    logging.getLogger("bot.kanaal").warning(tekst)
logging.getLogger("bot.kanaal").warning("beurt_klaar", extra={"tekst": M, "kenmerk": M})
logging.getLogger("bot.kanaal").warning("beurt_klaar %s", M)
logging.getLogger(f"bot.{M} x").warning("beurt_klaar")
""",
    "structlog": """
for logger in (vroeg, structlog.get_logger("rasa.core"), structlog.get_logger().bind(slots=M)):
    logger.debug("processor.parse", text=M, entities=[{"value": M}])
    logger.info(M)
    logger.warning(f"bericht {M}", exc_info=KeyError(M))
    logger.error("x %s", M)
    logger.critical({"parse": M})
"""
    + MET_FOUT.format('vroeg.exception("actie.mislukt", slots=M, exc_info=True)'),
    "fouten": MET_FOUT.format('logging.getLogger("rasa").exception("mislukt: %s", fout)')
    + MET_FOUT.format('logging.getLogger("rasa").error("mislukt", exc_info=fout)')
    + MET_FOUT.format('print(meld_fout(logging.getLogger("bot.x"), "beurt_mislukt", fout))'),
    "kapotte logregel": 'logging.getLogger("rasa").error("te %s weinig %s", M)',
    "record buiten de fabriek om": """
logger = logging.getLogger("rasa")
logger.handle(logging.LogRecord(logger.name, 40, "pad/rasa.py", 1, f"bericht {M}", (), None))
""",
    "waarschuwing": 'warnings.warn(f"bericht {M}")\nwarnings.warn_explicit(M, UserWarning, "bestand.py", 1, source=M)',
    "httpx": """
import httpx
antwoord = httpx.MockTransport(lambda verzoek: httpx.Response(200))
httpx.Client(transport=antwoord).get(f"http://127.0.0.1/bot{M}/getMe")
logging.getLogger("httpx").setLevel("DEBUG")
httpx.Client(transport=antwoord).get(f"http://127.0.0.1/bot{M}/getMe")
""",
    "sqlalchemy": """
import sqlalchemy
engine = sqlalchemy.create_engine("sqlite://", echo="debug")
with engine.connect() as verbinding:
    verbinding.execute(sqlalchemy.text("SELECT :x"), {"x": M}).all()
""",
    "asyncio": """
async def mislukt():
    asyncio.get_running_loop().call_soon(lambda: 1 / len([M][1:]))
    taak = asyncio.create_task(asyncio.sleep(0))
    await taak
    async def stuk():
        raise ValueError(M)
    asyncio.create_task(stuk())
    await asyncio.sleep(0.01)
asyncio.run(mislukt())
import gc; gc.collect()
""",
    "draad": "def stuk(): raise ValueError(M)\nd = threading.Thread(target=stuk, name=M)\nd.start(); d.join()",
    "del": "class K:\n    def __del__(self): raise ValueError(M)\nK()",
    "einde": "raise ValueError(M)",
}


def _draai(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", KOP + code], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603


@pytest.mark.parametrize("weg", WEGEN)
def test_no_text_reaches_a_log(weg: str) -> None:
    uitvoer = _draai(WEGEN[weg])
    assert MERK not in (uitvoer.stdout + uitvoer.stderr).upper()
    regels = [json.loads(regel) for regel in uitvoer.stderr.splitlines() if regel.startswith("{")]
    assert regels or weg == "httpx", "something must be logged, else this proves nothing"
    assert all({"tijd", "niveau", "logger", "gebeurtenis"} <= set(regel) for regel in regels)
    assert uitvoer.returncode == (1 if weg == "einde" else 0)


def test_an_error_can_be_found_by_its_id() -> None:
    uitvoer = _draai(MET_FOUT.format('print(meld_fout(logging.getLogger("bot.x"), "beurt_mislukt", fout))'))
    regel = json.loads(uitvoer.stderr)
    assert regel["kenmerk"] == uitvoer.stdout.strip()
    assert len(regel["kenmerk"]) == 8
    assert {naam: regel[naam] for naam in ("niveau", "logger", "gebeurtenis", "fout")} == {
        "niveau": "ERROR",
        "logger": "bot.x",
        "gebeurtenis": "beurt_mislukt",
        "fout": "KeyError",
    }


def test_a_warning_tells_its_kind_and_place() -> None:
    regel = json.loads(_draai('warnings.warn_explicit("x", UserWarning, "a/b.py", 7)').stderr)
    assert (regel["logger"], regel["fout"], regel["gebeurtenis"]) == ("py.warnings", "UserWarning", "a/b.py:7")
