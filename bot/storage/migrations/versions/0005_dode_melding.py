"""A message of the outbox that can never be told is put aside, with why, instead of holding up the others."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds when it was given up, and why."""
    op.add_column("uitbak", sa.Column("mislukt_op", sa.DateTime(timezone=True), nullable=True))
    op.add_column("uitbak", sa.Column("reden", sa.String(80), nullable=True))
