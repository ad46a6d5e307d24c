"""merge b1 and c1

Revision ID: d1
Revises: b1, c1
Create Date: 2024-02-02 03:04:05+02:00

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "d1"
down_revision: Union[str, None] = ('b1',
    'c1',)  # both
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
