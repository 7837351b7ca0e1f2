"""A choice beside the questions of the protocol (really withdraw?) may be answered in words, also after a restart."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds which choice the conversation waits for, and about which case."""
    op.add_column("gesprek", sa.Column("wacht_op", sa.String(80), nullable=True))
