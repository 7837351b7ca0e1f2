"""A case that goes back to the practice keeps why, from a closed list."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the reason of the present status."""
    op.add_column("casus", sa.Column("status_reden", sa.String(40), nullable=True))
