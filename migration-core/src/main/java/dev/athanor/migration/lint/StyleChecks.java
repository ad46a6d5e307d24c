package dev.athanor.migration.lint;

import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides the rules about types and names, the only ones that also apply to new tables, and those about words. */
final class StyleChecks implements Check {

    private static final int LONGEST_NAME = 63;
    private static final Pattern HIDING = Pattern.compile(
            "(CREATE (UNIQUE )?INDEX|CREATE (UNLOGGED )?TABLE|CREATE SEQUENCE|CREATE MATERIALIZED VIEW|.*ADD COLUMN|.*ADD)"
                    + "( CONCURRENTLY)? IF NOT EXISTS\\b.*");
    private static final Set<String> SMALL_INTEGERS = Set.of("smallint", "integer");
    private static final Map<String, LintRule> TYPES = Map.of(
            "json", LintRule.JSON_COLUMN,
            "character", LintRule.CHAR_TYPE,
            "timestamp without time zone", LintRule.TIMESTAMP_WITHOUT_ZONE);

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        List<String> words = words(seen.sql());
        hiding(seen, words, findings);
        longNames(seen, words, findings);
        seen.after().relations().values().stream()
                .filter(Catalog.Relation::isTable)
                .filter(relation -> !relation.isPartition())
                .forEach(relation -> {
                    Optional<Catalog.Relation> before = seen.before().relation(relation.oid());
                    types(seen, before, relation, findings);
                    keys(seen, before, relation, findings);
                });
    }

    /** Returns the words and names of a statement, without strings and comments. */
    private static List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        Lexer lexer = new Lexer(sql, 0, sql.length(), 1);
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                if (kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER) {
                    words.add(sql.substring(lexer.start(), lexer.end()));
                }
            }
        } catch (SqlSyntaxException unfinished) {
            return List.of();
        }
        return words;
    }

    private static void hiding(Observation seen, List<String> words, Findings findings) {
        String sentence = String.join(" ", words).toUpperCase(Locale.ROOT);
        if (HIDING.matcher(sentence).matches()) {
            findings.add(
                    LintRule.IF_NOT_EXISTS_HIDES,
                    seen,
                    Findings.subject(seen, "revision " + seen.trace().place().revision()),
                    "IF NOT EXISTS accepts any object of that name, even an invalid index or a table with other columns.");
        }
    }

    private static void longNames(Observation seen, List<String> words, Findings findings) {
        for (String word : words) {
            String name =
                    word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word;
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME) {
                findings.add(
                        LintRule.NAME_TOO_LONG,
                        seen,
                        Findings.subject(seen, "name " + name),
                        "Name " + name + " has " + bytes + " bytes, and PostgreSQL truncates it to 63.");
            }
        }
    }

    private static void types(
            Observation seen, Optional<Catalog.Relation> before, Catalog.Relation table, Findings findings) {
        for (Catalog.Column column : table.columns().values()) {
            String earlier = before.map(relation -> relation.columns().get(column.number()))
                    .map(Catalog.Column::type)
                    .orElse("");
            LintRule rule = TYPES.get(column.type().replaceFirst("\\(\\d+\\)", ""));
            if (rule != null && !earlier.equals(column.type())) {
                findings.add(
                        rule,
                        seen,
                        table,
                        column,
                        "Column " + column.name() + " of " + seen.show(table) + " has type " + column.type() + ".");
            }
        }
    }

    private static void keys(
            Observation seen, Optional<Catalog.Relation> before, Catalog.Relation table, Findings findings) {
        table.constraints().stream()
                .filter(constraint ->
                        constraint.kind() == 'p' && constraint.columns().size() == 1)
                .filter(constraint -> before.flatMap(relation -> relation.constraint(constraint.oid()))
                        .isEmpty())
                .map(constraint -> table.columns().get(constraint.columns().get(0)))
                .filter(column -> column != null && SMALL_INTEGERS.contains(column.type()))
                .forEach(column -> findings.add(
                        LintRule.INT_PRIMARY_KEY,
                        seen,
                        table,
                        column,
                        "Primary key column " + column.name() + " of " + seen.show(table) + " has type " + column.type()
                                + "."));
    }
}
