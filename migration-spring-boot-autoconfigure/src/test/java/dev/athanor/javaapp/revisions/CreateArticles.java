package dev.athanor.javaapp.revisions;

import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.util.List;

/** A change says its way back by itself; Spring's component scan finds it as well. */
@RevisionHeader(id = "c0a1", message = "create articles", createDate = "2025-10-07T10:50:00Z")
@org.springframework.stereotype.Component
public class CreateArticles implements ReversibleRevision {

    @Override
    public void change(Operations op) {
        op.createTable("article", table -> {
            table.column("id", "bigint").identity().notNull();
            table.column("title", "text").notNull();
            table.primaryKey("id");
        });
        op.bulkInsert(
                "article", List.of("title"), List.of("title"), List.of(List.of("Ein Haus"), List.of("Two Doors")));
    }
}
