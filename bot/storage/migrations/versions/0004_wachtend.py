"""Finding what waits in a queue without reading what was handled: that stays for days."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN = sa.text("klaar_op IS NULL AND mislukt_op IS NULL")
_NIEUW = sa.text("bezorgd_op IS NULL")


def upgrade() -> None:
    """Makes an index per queue, of the waiting rows only, in the order in which they are taken."""
    op.create_index("ix_update_in_wacht", "update_in", ["update_id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("ix_zending_wacht", "zending", ["id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("ix_uitbak_wacht", "uitbak", ["id"], sqlite_where=_NIEUW, postgresql_where=_NIEUW)
