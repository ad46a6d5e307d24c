"""add sections

Revision ID: c1
Revises: a1b2c3d4e5f6
Create Date: 2024-02-02 03:04:05+02:00

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "c1"
down_revision: Union[str, None] = 'a1b2c3d4e5f6'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = 'b1'


def upgrade() -> None:
    op.create_table('sections', sa.Column('id', sa.Integer, primary_key=True))


def downgrade() -> None:
    op.drop_table('sections')
