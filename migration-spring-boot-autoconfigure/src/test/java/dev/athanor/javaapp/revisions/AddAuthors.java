package dev.athanor.javaapp.revisions;

import dev.athanor.javaapp.text.Authors;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;

/** Injects what only the application has. */
@RevisionHeader(id = "c0a3", revises = "c0a2", message = "add authors")
class AddAuthors implements ReversibleRevision {

    private final Authors authors;

    AddAuthors(Authors authors) {
        this.authors = authors;
    }

    @Override
    public void change(Operations op) {
        op.addColumn("article", "author", "text", column -> column.defaultTo("'" + authors.unknown() + "'"));
    }
}
