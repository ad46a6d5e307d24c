"""status to active

Revision ID: f1
Revises: e1
Create Date: 2024-02-02 03:04:05+02:00

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "f1"
down_revision: Union[str, None] = "e1"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute("UPDATE documents SET status = 'active' WHERE status IS NULL")


def downgrade() -> None:
    raise NotImplementedError()
