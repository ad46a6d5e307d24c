"""Writes one SQL revision for each revision of an Alembic project.

Run it in the folder of alembic.ini, with the Python that runs Alembic:

    python alembic-to-revisions.py src/main/resources/db/revisions

It needs no database: it splits what `alembic upgrade base:heads --sql` and, for each head, `alembic downgrade HEAD:base --sql`
print.
"""

import io
import re
import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

STEP = re.compile(r"^-- Running (?:upgrade|downgrade) (.*?) -> (.*)$")
BOOKKEEPING = re.compile(r"^(INSERT INTO|UPDATE|DELETE FROM|DROP TABLE) (\S+\.)?alembic_version\b.*;$")
TRANSACTION = ("BEGIN;", "COMMIT;")


def steps(run, revisions, side):
    """Returns the lines of SQL by revision: each step is printed once, below its `-- Running …`."""
    printed = io.StringIO()
    run(Config("alembic.ini", output_buffer=printed), revisions, sql=True)
    sections, current = {}, None
    for line in printed.getvalue().splitlines():
        step = STEP.match(line)
        if step:
            current = sections.setdefault(step.group(side).strip(), [])
        elif current is not None and not BOOKKEEPING.match(line):
            current.append(line)
    return sections


def section(name, lines):
    """Returns a section; what Alembic runs in an autocommit_block runs without a transaction here."""
    text = "\n".join(lines).strip("\n ")
    while text.endswith(TRANSACTION):  # the frame around the whole output, or around each step
        text = text.rpartition("\n")[0].strip("\n ")
    body = [line for line in text.splitlines() if line not in TRANSACTION]
    option = " transaction=none" if len(body) < len(text.splitlines()) else ""
    return (f"-- @{name}{option}\n" + re.sub(r"\n{3,}", "\n\n", "\n".join(body)).strip("\n")).rstrip("\n")


def names(value):
    return ", ".join([value] if isinstance(value, str) else value or [])


def header(script):
    keys = {
        "Revision ID": script.revision,
        "Revises": names(script.down_revision),
        "Depends On": names(script.dependencies),
        "Branch Labels": names(script.module.__dict__.get("branch_labels")),
        "Create Date": created(script),
    }
    optional = ("Depends On", "Branch Labels", "Create Date")
    lines = [f"{key}: {value}".strip() for key, value in keys.items() if value or key not in optional]
    return "\n".join(f"-- {line}".strip() for line in [*script.doc.splitlines(), "", *lines])


def created(script):
    date = re.search(r"^Create Date: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)", script.longdoc or "", re.MULTILINE)
    return f"{date.group(1)}T{date.group(2)}Z" if date else ""


def main(folder):
    scripts = ScriptDirectory.from_config(Config("alembic.ini"))
    up = steps(command.upgrade, "base:heads", 2)
    down = {}
    for head in scripts.get_heads():  # offline, Alembic begins a downgrade at one head only
        down.update(steps(command.downgrade, f"{head}:base", 1))
    for script in scripts.walk_revisions():
        file = folder / (Path(script.path).stem + ".sql")
        parts = [
            header(script),
            section("upgrade", up.get(script.revision, [])),
            section("downgrade", down.get(script.revision, [])),
        ]
        file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        print(file)


main(Path(sys.argv[1]))
