package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders operations on domains. */
final class DomainStatements {

    private DomainStatements() {}

    static List<String> create(Domain domain) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN " + Names.of(domain.name()) + " AS " + domain.type());
        text.append(ColumnText.collate(domain.collation()));
        if (domain.defaultExpression() != null) {
            text.append(" DEFAULT ").append(domain.defaultExpression());
        }
        text.append(domain.nullable() ? "" : " NOT NULL");
        domain.checks().forEach(check -> text.append("\n    ").append(ConstraintText.of(check)));
        List<String> statements = new ArrayList<>();
        statements.add(text.toString());
        statements.addAll(CommentText.ifAny(ObjectName.of(Kind.DOMAIN, domain.name()), domain.comment()));
        domain.checks().forEach(check -> statements.addAll(comment(domain, check)));
        return statements;
    }

    private static List<String> comment(Domain domain, Check check) {
        return CommentText.ifAny(ObjectName.of(Kind.DOMAIN_CONSTRAINT, domain.name(), check.name()), check.comment());
    }

    static List<String> alter(AlterDomain change) {
        Domain from = change.from();
        Domain to = change.to();
        String start = "ALTER DOMAIN " + Names.of(to.name()) + " ";
        List<String> statements = new ArrayList<>();
        if (!Objects.equals(from.defaultExpression(), to.defaultExpression())) {
            statements.add(start + setDefault(to.defaultExpression()));
        }
        if (from.nullable() != to.nullable()) {
            statements.add(start + (to.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
        }
        addChecks(statements, start, change);
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(CommentText.of(ObjectName.of(Kind.DOMAIN, to.name()), to.comment()));
        }
        return statements;
    }

    private static String setDefault(@Nullable String expression) {
        return expression == null ? "DROP DEFAULT" : "SET DEFAULT " + expression;
    }

    private static void addChecks(List<String> statements, String start, AlterDomain change) {
        change.from().checks().stream()
                .filter(check -> !change.to().checks().contains(check))
                .forEach(check -> statements.add(start + "DROP CONSTRAINT " + Names.of(check.name())));
        for (Check check : change.to().checks()) {
            if (!change.from().checks().contains(check)) {
                statements.add(start + "ADD " + ConstraintText.of(check));
                statements.addAll(comment(change.to(), check));
            }
        }
    }
}
