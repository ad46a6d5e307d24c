package dev.athanor.demo.revisions;

import dev.athanor.demo.project.Slugs;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import java.util.UUID;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slugs as the application computes them: PostgreSQL by itself has no way to take accents from letters.
 *
 * <p>Commands and slice tests run without the application's beans: it imports the one that it needs.
 */
@RevisionHeader(
        id = "7c41d9e02b58",
        revises = "e5207bc81f96",
        message = "give projects a slug",
        createDate = "2025-10-20T09:15:00Z")
@Import(Slugs.class)
public final class GiveProjectsASlug implements JavaRevision {

    private record Named(UUID id, String code, String name) {}

    private final Slugs slugs;

    GiveProjectsASlug(Slugs slugs) {
        this.slugs = slugs;
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("projects", "slug", "varchar(80)");
        JdbcClient jdbc = op.jdbc();
        jdbc.sql("SELECT id, code, name FROM projects")
                .query(Named.class)
                .list()
                .forEach(project -> fill(jdbc, project));
        op.alterColumn("projects", "slug", column -> column.notNull());
    }

    private void fill(JdbcClient jdbc, Named project) {
        jdbc.sql("UPDATE projects SET slug = ? WHERE id = ?")
                .params(slugs.of(project.code(), project.name()), project.id())
                .update();
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("projects", "slug");
    }
}
