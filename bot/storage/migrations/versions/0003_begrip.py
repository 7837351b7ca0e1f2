"""The weekly counts of how well messages are understood."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "begrip_telling",
        sa.Column("gemeente", sa.String(40), nullable=False),
        sa.Column("week", sa.String(8), nullable=False),
        sa.Column("teller", sa.String(20), nullable=False),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("gemeente", "week", "teller", "id", name="pk_begrip_telling"),
    )
