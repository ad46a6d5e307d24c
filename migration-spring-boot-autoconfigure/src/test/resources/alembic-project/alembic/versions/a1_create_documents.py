"""create documents

Revision ID: a1b2c3d4e5f6
Revises:
Create Date: 2024-01-02 03:04:05.678901

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = 'a1b2c3d4e5f6'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('documents', sa.Column('id', sa.Integer, primary_key=True), sa.Column('title', sa.String(200), nullable=False))


def downgrade():
    op.drop_table('documents')
