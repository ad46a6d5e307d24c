package dev.athanor.demo;

import dev.athanor.demo.EditedDemo.Edit;
import java.util.List;

/**
 * What somebody does to an entity, and what is found.
 *
 * @param name in words
 * @param edits in the sources
 * @param differences as they are printed
 */
record EntityChange(String name, List<Edit> edits, List<String> differences) {

    private static final String PROJECT = "project/Project.java";
    private static final String DESCRIPTION = "    @Column(length = 2000)\n    private String description;";

    private static EntityChange of(String name, List<Edit> edits, String... differences) {
        return new EntityChange(name, edits, List.of(differences));
    }

    static List<EntityChange> all() {
        return List.of(
                newColumn(),
                droppedColumn(),
                nullability(),
                enumValue(),
                unique(),
                index(),
                rename(),
                type(),
                joinTable(),
                comment(),
                check(),
                circle());
    }

    private static EntityChange newColumn() {
        return of(
                "new column with default",
                List.of(new Edit(
                        PROJECT,
                        DESCRIPTION,
                        DESCRIPTION + "\n\n    @Column(nullable = false)\n"
                                + "    @org.hibernate.annotations.ColumnDefault(\"1\")\n    private int floors;")),
                "column projects.floors: added");
    }

    private static EntityChange droppedColumn() {
        return of(
                "dropped column",
                List.of(new Edit(
                        PROJECT, DESCRIPTION, "    @jakarta.persistence.Transient\n    private String description;")),
                "column projects.description: removed");
    }

    private static EntityChange nullability() {
        return of(
                "nullability",
                List.of(new Edit(PROJECT, "length = 2000", "length = 2000, nullable = false")),
                "column projects.description: nullable → not null");
    }

    private static EntityChange enumValue() {
        return of(
                "enum value",
                List.of(new Edit("tenant/TenantType.java", "construction,", "construction,\n    survey,")),
                "enum type tenant_type_enum: values design, construction, owner, supervision → design, construction, survey, owner, supervision");
    }

    private static EntityChange unique() {
        return of(
                "unique",
                List.of(new Edit(
                        "project/Project.java",
                        "@Column(length = 200, nullable = false)",
                        "@Column(length = 200, nullable = false, unique = true)")),
                "constraint projects.projects_name_key: added");
    }

    private static EntityChange index() {
        return of(
                "index",
                List.of(new Edit(
                        PROJECT,
                        "indexes = @Index(name = \"ix_projects_tenant_created\", columnList = \"tenant_id, created_at\")",
                        "indexes = {@Index(name = \"ix_projects_tenant_created\", columnList = \"tenant_id, created_at\"),"
                                + " @Index(name = \"ix_projects_name\", columnList = \"name desc\")}")),
                "index projects.ix_projects_name: added");
    }

    private static EntityChange rename() {
        return of(
                "rename",
                List.of(new Edit(PROJECT, "length = 2000", "name = \"summary\", length = 2000")),
                "column projects.description: removed",
                "column projects.summary: added");
    }

    private static EntityChange type() {
        return of(
                "type change",
                List.of(
                        new Edit("file/Chunk.java", "int sizeBytes;", "long sizeBytes;"),
                        new Edit("file/Chunk.java", "public int getSizeBytes", "public long getSizeBytes")),
                "column chunks.size_bytes: type integer → bigint");
    }

    private static EntityChange joinTable() {
        return of(
                "new entity with a join table",
                List.of(new Edit("project/Tag.java", "", """
                package dev.athanor.demo.project;

                import jakarta.persistence.*;
                import java.util.*;

                @Entity
                public class Tag {

                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    private Long id;

                    @ManyToMany
                    @JoinTable(name = "project_tags")
                    private Set<Project> projects = new HashSet<>();
                }
                """)),
                "table project_tags: added",
                "table tag: added");
    }

    private static EntityChange comment() {
        return of(
                "comment",
                List.of(new Edit(PROJECT, "length = 2000", "length = 2000, comment = \"What it is about\"")),
                "column projects.description: comment none → 'What it is about'");
    }

    private static EntityChange check() {
        return of(
                "check",
                List.of(new Edit(
                        PROJECT,
                        "name = \"projects\",",
                        "name = \"projects\", check = @jakarta.persistence.CheckConstraint(name = \"ck_projects_code\","
                                + " constraint = \"code <> ''\"),")),
                "constraint projects.ck_projects_code: added");
    }

    private static EntityChange circle() {
        return of(
                "circular reference",
                List.of(
                        new Edit(
                                PROJECT,
                                DESCRIPTION,
                                DESCRIPTION
                                        + "\n\n    @ManyToOne(fetch = FetchType.LAZY)\n    private Milestone next;"),
                        new Edit("project/Milestone.java", "", """
                                package dev.athanor.demo.project;

                                import dev.athanor.demo.persistence.BaseEntity;
                                import jakarta.persistence.*;

                                @Entity
                                @Table(name = "milestones")
                                public class Milestone extends BaseEntity {

                                    @ManyToOne(optional = false)
                                    private Project project;
                                }
                                """)),
                "table milestones: added",
                "column projects.next_id: added",
                "constraint projects.fkg1pv1qbbcogepwxg5sw6uegec: added");
    }
}
