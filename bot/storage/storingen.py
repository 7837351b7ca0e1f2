"""What a database driver's error means for the people who use Wijkbrug ("storing")."""

import sqlite3

import psycopg

from bot.storage.kolommen import OpslagFout

BEZET = "fout/database_bezet"
BESCHADIGD = "fout/database_beschadigd"
GEEN_PLEK = "fout/database_geen_plek"
ALLEEN_LEZEN = "fout/database_alleen_lezen"
ONBEREIKBAAR = "fout/database_onbereikbaar"
SCHEMA = "fout/database_schema"

_SQLITE = {
    sqlite3.SQLITE_BUSY: BEZET,
    sqlite3.SQLITE_LOCKED: BEZET,
    sqlite3.SQLITE_CORRUPT: BESCHADIGD,
    sqlite3.SQLITE_NOTADB: BESCHADIGD,
    sqlite3.SQLITE_FULL: GEEN_PLEK,
    sqlite3.SQLITE_READONLY: ALLEEN_LEZEN,
    sqlite3.SQLITE_CANTOPEN: ONBEREIKBAAR,
    sqlite3.SQLITE_IOERR: ONBEREIKBAAR,
    sqlite3.SQLITE_PERM: ONBEREIKBAAR,
}
_SQLITE_SCHEMA = ("no such table", "no such column", "has no column")  # SQLite has no code of its own for these

# https://www.postgresql.org/docs/current/errcodes-appendix.html; a code, or a class of two characters
_POSTGRESQL = {
    "40P01": BEZET,  # deadlock detected
    "40001": BEZET,  # serialization failure
    "55P03": BEZET,  # lock not available
    "53300": BEZET,  # too many connections
    "57P03": BEZET,  # cannot connect now: starting or stopping
    "53100": GEEN_PLEK,  # disk full
    "XX001": BESCHADIGD,  # data corrupted
    "XX002": BESCHADIGD,  # index corrupted
    "25006": ALLEEN_LEZEN,  # read only transaction
    "42501": ALLEEN_LEZEN,  # insufficient privilege
    "42P01": SCHEMA,  # undefined table
    "42703": SCHEMA,  # undefined column
    "3F000": SCHEMA,  # invalid schema name
    "3D000": ONBEREIKBAAR,  # the database does not exist
    "57P01": ONBEREIKBAAR,  # shut down by an administrator
    "57P02": ONBEREIKBAAR,  # crashed
    "08": ONBEREIKBAAR,  # connection
    "28": ONBEREIKBAAR,  # authorization
}


def opslagfout(fout: BaseException | None) -> OpslagFout | None:
    """The `OpslagFout` for an error of sqlite3 or psycopg; None for anything that is no failure of the storage."""
    if isinstance(fout, sqlite3.DatabaseError):
        naam = _bij_sqlite(fout)
    elif isinstance(fout, psycopg.Error):
        naam = _bij_postgresql(fout)
    else:
        naam = None
    return OpslagFout(naam) if naam else None


def _bij_sqlite(fout: sqlite3.DatabaseError) -> str | None:
    code = getattr(fout, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_ERROR and any(deel in str(fout) for deel in _SQLITE_SCHEMA):
        return SCHEMA
    return _SQLITE.get(code & 0xFF)  # the low byte is the primary code of an extended one


def _bij_postgresql(fout: psycopg.Error) -> str | None:
    if fout.sqlstate is None:  # libpq itself: no connection, or a lost one
        return ONBEREIKBAAR if isinstance(fout, psycopg.OperationalError) else None
    return _POSTGRESQL.get(fout.sqlstate) or _POSTGRESQL.get(fout.sqlstate[:2])
