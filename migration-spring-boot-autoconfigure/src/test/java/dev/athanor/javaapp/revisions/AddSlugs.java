package dev.athanor.javaapp.revisions;

import dev.athanor.javaapp.text.Slugs;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import org.springframework.context.annotation.Import;

/** Brings what it injects, so that it runs wherever it is found. */
@RevisionHeader(id = "c0a2", revises = "c0a1", message = "add slugs")
@Import(Slugs.class)
class AddSlugs implements JavaRevision {

    private final Slugs slugs;

    AddSlugs(Slugs slugs) {
        this.slugs = slugs;
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("article", "slug", "text");
        op.jdbc()
                .sql("SELECT title FROM article")
                .query(String.class)
                .list()
                .forEach(title -> op.execute("UPDATE article SET slug = ? WHERE title = ?", slugs.of(title), title));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("article", "slug");
    }
}
