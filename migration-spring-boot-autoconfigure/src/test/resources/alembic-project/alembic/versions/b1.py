"""add status

Revision ID: b1
Revises: a1b2c3d4e5f6
Create Date: 2024-02-02 03:04:05+02:00

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "b1"
down_revision: Union[str, None] = 'a1b2c3d4e5f6'
branch_labels: Union[str, Sequence[str], None] = ('status',)
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column('documents', sa.Column('status', sa.String(20)))


def downgrade() -> None:
    op.drop_column('documents', 'status')
