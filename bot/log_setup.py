"""Logging without content: no text of a conversation reaches any log, at any level, through any library.

Rasa logs messages, slots and entities (at DEBUG, through structlog and logging), python-telegram-bot whole updates
(even at CRITICAL), httpx the bot token. A filter per library would be a list that is never complete, so the text is
taken out where every log record is born: the record factory. A record keeps its time, level, logger, place in the code,
the type of its exception, and, for our own loggers, the name of the event. A handler that a library adds later gets no
more than that.

Call `zet_log_op()` when the program starts, and again after a library set up logging by itself.
"""

import json
import logging
import re
import secrets
import sys
import threading
import traceback
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from types import TracebackType
from typing import Any, TextIO

import structlog

EIGEN = ("bot", "nlu", "actions")
STIL = (
    "httpx",
    "httpcore",
    "telegram",
    "aiosqlite",
    "asyncio",
    "apscheduler",
    "matplotlib",
    "urllib3",
    "tensorflow",
    "h5py",
)
_GEBEURTENIS = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+", re.ASCII)  # an event name, e.g. "beurt_klaar"; no prose
_NAAM = re.compile(r"[\w.\-]{1,80}", re.ASCII)
_KENMERK = re.compile(r"[0-9a-f]{8}", re.ASCII)
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def zet_log_op(*, niveau: str = "WARNING", stroom: TextIO | None = None) -> None:
    """Replaces all logging of the process: one JSON line per record, on standard error unless told otherwise.

    Args:
        niveau: From which level on; the level changes how much is logged, never what is in it.
        stroom: Where to write.
    """
    handler = logging.StreamHandler(stroom or sys.stderr)
    handler.setFormatter(KaleFormatter())
    logging.setLogRecordFactory(_maak_record)
    logging.raiseExceptions = False  # else a broken log call prints its message and arguments
    for naam in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(naam)
        logger.handlers.clear()
        logger.filters.clear()
        logger.propagate, logger.disabled = True, False
        logger.setLevel(logging.NOTSET)
    logging.basicConfig(level=niveau, handlers=[handler], force=True)
    for naam in STIL:
        logging.getLogger(naam).setLevel(max(logging.WARNING, logging.getLevelName(niveau)))
    _stel_structlog_in()
    _stel_uitgangen_in()


def meld_fout(logger: logging.Logger, gebeurtenis: str, fout: BaseException) -> str:
    """Logs the type of an unexpected error and returns its id ("kenmerk"), for the apology and for the helpdesk."""
    kenmerk = secrets.token_hex(4)
    exc_info = (type(fout), fout, fout.__traceback__)
    logger.error(gebeurtenis, exc_info=exc_info, extra={"kenmerk": kenmerk})
    return kenmerk


class KaleFormatter(logging.Formatter):
    """Writes what may be known of a record as one JSON line; it never asks for the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Picks the allowed fields only."""
        kenmerk = str(getattr(record, "kenmerk", ""))
        regel = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "logger": record.name if _NAAM.fullmatch(record.name) else "?",
            "gebeurtenis": vars(record).get("gebeurtenis") or _plek(record.pathname, record.lineno),
            "fout": getattr(record, "fouttype", None),
            "fout_plek": getattr(record, "foutplek", None),
            "kenmerk": kenmerk if _KENMERK.fullmatch(kenmerk) else None,
        }
        return json.dumps({naam: waarde for naam, waarde in regel.items() if waarde}, ensure_ascii=False)


def _maak_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """A record without its message, arguments and exception; `logging` calls this for every record of the process."""
    record = logging.LogRecord(*args, **kwargs)
    gebeurtenis = _gebeurtenis(record) or _plek(record.pathname, record.lineno)
    fout = _als_exc_info(record.exc_info)
    if fout is not None:
        record.fouttype = _naam_van(fout[0])
        record.foutplek = _laatste_plek(fout[2])
    record.msg, record.args = gebeurtenis, ()
    vars(record)["gebeurtenis"] = gebeurtenis
    record.exc_info = record.exc_text = record.stack_info = None
    return record


def _gebeurtenis(record: logging.LogRecord) -> str | None:
    """The event name, for a logger of our own only and only when nothing was filled in."""
    naam = record.msg
    if record.args or not isinstance(naam, str) or record.name.split(".", 1)[0] not in EIGEN:
        return None
    return naam if len(naam) <= 60 and _GEBEURTENIS.fullmatch(naam) else None


def _als_exc_info(waarde: Any) -> _ExcInfo | None:
    if isinstance(waarde, BaseException):
        return type(waarde), waarde, waarde.__traceback__
    return waarde if isinstance(waarde, tuple) and len(waarde) == 3 and waarde[0] is not None else None


def _naam_van(soort: type[BaseException]) -> str:
    return f"{soort.__module__}.{soort.__qualname__}".removeprefix("builtins.")


def _plek(bestand: str, regel: int) -> str:
    return f"{'/'.join(PurePath(bestand).parts[-2:])}:{regel}"


def _laatste_plek(spoor: TracebackType | None) -> str | None:
    """Where the exception came from: the last frame. File and line only, never the source line or a value."""
    plekken = [(frame.f_code.co_filename, regel) for frame, regel in traceback.walk_tb(spoor)]
    return _plek(*plekken[-1]) if plekken else None


def _stel_structlog_in() -> None:
    """Sends structlog through `logging` with the event only. Not cached: loggers that exist already follow too."""
    structlog.reset_defaults()
    structlog.configure(
        processors=[_alleen_gebeurtenis],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _alleen_gebeurtenis(_logger: Any, methode: str, velden: Mapping[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    """Drops every field of a structlog event; the record factory decides whether its name may stay."""
    fout = velden.get("exc_info") or methode == "exception"
    return (str(velden.get("event", "")),), {"exc_info": fout}


def _stel_uitgangen_in() -> None:
    """Warnings and uncaught exceptions go through the log too: on standard error they would show text."""
    logging.captureWarnings(capture=False)
    warnings.showwarning = lambda _tekst, soort, bestand, regel, *_: _bij_waarschuwing(soort, bestand, regel)
    sys.excepthook = _bij_einde
    threading.excepthook = lambda args: _bij_einde(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _bij_einde(args.exc_type, args.exc_value, args.exc_traceback)


def _bij_waarschuwing(soort: type[Warning], bestand: str, regel: int) -> None:
    """A warning tells its kind and its place; it is for developers, so at level INFO."""
    logger = logging.getLogger("py.warnings")
    if logger.isEnabledFor(logging.INFO):
        record = _maak_record(logger.name, logging.INFO, bestand, regel, "", (), None)
        record.fouttype = _naam_van(soort)
        logger.handle(record)


def _bij_einde(soort: type[BaseException], fout: BaseException | None, spoor: TracebackType | None) -> None:
    if issubclass(soort, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("onverwacht_einde", exc_info=(soort, fout or soort(), spoor))
