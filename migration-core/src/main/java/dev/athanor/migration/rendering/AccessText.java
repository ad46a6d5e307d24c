package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.SettingsOperation.ChangeAccess;
import dev.athanor.migration.operation.SettingsOperation.ChangeDefaultPrivileges;
import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.DefaultPrivileges;
import dev.athanor.migration.schema.Grant;
import dev.athanor.migration.schema.Grant.Grantee;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats {@code OWNER TO}, {@code GRANT} and {@code REVOKE}, with as few privileges as lead from one to the other. */
final class AccessText {

    private final ObjectName object;
    private final Access from;
    private final Access to;

    AccessText(ChangeAccess change) {
        this.object = change.object();
        this.from = change.from();
        this.to = change.to();
    }

    /** Returns the statements; the owner comes first, because PostgreSQL gives the new owner what the old one has. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (!Objects.equals(from.owner(), to.owner())) {
            statements.add("ALTER " + object.kind().sql() + " " + name() + " OWNER TO " + owner(to.owner()));
        }
        Changes changes = new Changes(formerGrants(), to.grants(), to.owner());
        statements.addAll(changes.statements(" ON " + kind() + name()));
        return statements;
    }

    /** Returns what is granted once the owner is the new one, with whose own privileges PostgreSQL joins the owner's. */
    private List<Grant> formerGrants() {
        return from.grants().stream()
                .map(grant -> to.owner() != null && grant.grantee().equals(Grantee.role(to.owner()))
                        ? new Grant(Grantee.OWNER, grant.privilege(), grant.column(), grant.grantable())
                        : grant)
                .distinct()
                .toList();
    }

    private String name() {
        String name = Names.of(object.name());
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE -> name + "(" + object.member() + ")";
            default -> name;
        };
    }

    private String kind() {
        return switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW -> "TABLE ";
            default -> object.kind().sql() + " ";
        };
    }

    private static String owner(@Nullable String owner) {
        return owner == null ? "CURRENT_USER" : Names.of(owner);
    }

    static List<String> defaults(ChangeDefaultPrivileges change) {
        DefaultPrivileges.Key key = change.to().key();
        String role = key.role().map(name -> " FOR ROLE " + Names.of(name)).orElse("");
        String schema = key.isEverywhere() || key.schema().isEmpty() ? "" : " IN SCHEMA " + Names.of(key.schema());
        String owner = key.role().orElse(null);
        return new Changes(change.from().grants(), change.to().grants(), owner)
                .statements(" ON " + key.category().name()).stream()
                        .map(statement -> key.schema().isEmpty()
                                ? inCurrentSchema(role, statement)
                                : "ALTER DEFAULT PRIVILEGES" + role + schema + " " + statement)
                        .toList();
    }

    /** Returns a statement for the schema that migrations run in, for which this command has no word. */
    private static String inCurrentSchema(String role, String statement) {
        String pattern = ("ALTER DEFAULT PRIVILEGES" + role + " IN SCHEMA ").replace("%", "%%") + "%I "
                + statement.replace("%", "%%");
        return "DO $$BEGIN\n    EXECUTE format(" + new Literal(pattern).quoted() + ", current_schema());\nEND$$";
    }

    /** Finds the grants that have to go and to come. */
    private record Changes(
            List<Grant> from, List<Grant> to, @Nullable String owner) {

        List<String> statements(String on) {
            List<String> statements = new ArrayList<>();
            grouped(from, grant -> !keeps(grant))
                    .forEach((group, privileges) ->
                            statements.add("REVOKE " + privileges + on + " FROM " + name(group.grantee())));
            grouped(from, grant -> keeps(grant) && losesOption(grant))
                    .forEach((group, privileges) -> statements.add(
                            "REVOKE GRANT OPTION FOR " + privileges + on + " FROM " + name(group.grantee())));
            grouped(to, grant -> !from.contains(grant) && !from.contains(grant.withGrantable(true)))
                    .forEach((group, privileges) -> statements.add("GRANT " + privileges + on + " TO "
                            + name(group.grantee()) + (group.grantable() ? " WITH GRANT OPTION" : "")));
            return statements;
        }

        private boolean keeps(Grant grant) {
            return to.contains(grant.withGrantable(true)) || to.contains(grant.withGrantable(false));
        }

        private boolean losesOption(Grant grant) {
            return grant.grantable() && !to.contains(grant);
        }

        private String name(Grantee grantee) {
            return switch (grantee.kind()) {
                case OWNER -> AccessText.owner(owner);
                case PUBLIC -> "PUBLIC";
                case ROLE -> Names.of(grantee.role());
            };
        }
    }

    /** Groups the privileges that one statement names. */
    private record Group(Grantee grantee, boolean grantable) {}

    private static Map<Group, String> grouped(List<Grant> grants, Predicate<Grant> included) {
        Map<Group, String> grouped = new LinkedHashMap<>();
        grants.stream()
                .filter(included)
                .collect(Collectors.groupingBy(
                        grant -> new Group(grant.grantee(), grant.grantable()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((group, privileges) -> grouped.put(group, list(privileges)));
        return grouped;
    }

    private static String list(List<Grant> grants) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<String> listed = new ArrayList<>();
        for (Grant grant : grants) {
            Optional.ofNullable(grant.column())
                    .ifPresentOrElse(
                            column -> columns.computeIfAbsent(grant.privilege(), privilege -> new ArrayList<>())
                                    .add(column),
                            () -> listed.add(grant.privilege()));
        }
        columns.forEach((privilege, names) -> listed.add(privilege + " " + Names.list(names)));
        return String.join(", ", listed);
    }
}
