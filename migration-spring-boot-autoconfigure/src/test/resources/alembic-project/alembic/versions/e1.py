"""index without a transaction

Revision ID: e1
Revises: d1
Create Date: 2024-02-02 03:04:05+02:00

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "e1"
down_revision: Union[str, None] = "d1"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:

    with op.get_context().autocommit_block():
        op.create_index('by_title', 'documents', ['title'], postgresql_concurrently=True)


def downgrade() -> None:
    op.drop_index('by_title')
