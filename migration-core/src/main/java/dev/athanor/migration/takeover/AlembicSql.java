package dev.athanor.migration.takeover;

import dev.athanor.migration.script.TransactionMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits what {@code alembic upgrade --sql} and {@code alembic downgrade --sql} print into the steps of revisions. */
final class AlembicSql {

    private static final Pattern STEP = Pattern.compile("-- Running (upgrade|downgrade) (.*?) ?-> ?(.*)");
    private static final Set<String> TRANSACTION = Set.of("BEGIN;", "COMMIT;");

    private final Pattern bookkeeping;
    private final Map<String, Step> upgrades = new HashMap<>();
    private final Map<String, Step> downgrades = new HashMap<>();

    /**
     * Represents what a step prints.
     *
     * @param lines the lines without those that write Alembic's version table
     * @param complete whether the version table was written, so that nothing is missing
     */
    private record Step(List<String> lines, boolean complete) {}

    private AlembicSql(String versionTable) {
        String table = "(?:\\S+\\.)?\"?" + Pattern.quote(versionTable) + "\"?";
        this.bookkeeping = Pattern.compile(
                "(?:INSERT INTO|UPDATE|DELETE FROM|DROP TABLE) " + table + "(?:\\s.*)?;(?:\\s*)", Pattern.DOTALL);
    }

    /**
     * Splits texts, each of which may hold one or several steps.
     *
     * @param versionTable the name of Alembic's version table
     */
    static AlembicSql of(List<String> texts, String versionTable) {
        AlembicSql sql = new AlembicSql(versionTable);
        texts.forEach(sql::read);
        return sql;
    }

    private void read(String text) {
        Map<String, Step> kind = Map.of();
        String revision = "";
        List<String> lines = new ArrayList<>();
        boolean complete = false;
        for (String line : text.lines().toList()) {
            Matcher step = STEP.matcher(line);
            if (step.matches()) {
                put(kind, revision, new Step(lines, complete));
                boolean up = step.group(1).equals("upgrade");
                kind = up ? upgrades : downgrades;
                revision = step.group(up ? 3 : 2).strip();
                lines = new ArrayList<>();
                complete = false;
            } else if (bookkeeping.matcher(line).matches()) {
                complete = true;
            } else {
                lines.add(line);
            }
        }
        put(kind, revision, new Step(lines, complete));
    }

    private static void put(Map<String, Step> kind, String revision, Step step) {
        if (!revision.isEmpty() && (step.complete() || !kind.containsKey(revision))) {
            kind.put(revision, step);
        }
    }

    /** Returns the upgrade of a revision; empty if it is not there completely. */
    Optional<SqlText> upgrade(String revision) {
        return text(upgrades.get(revision));
    }

    /** Returns the downgrade of a revision; empty if it is not there completely. */
    Optional<SqlText> downgrade(String revision) {
        return text(downgrades.get(revision));
    }

    /**
     * Represents the statements of a step.
     *
     * @param sql the statements
     * @param transaction how they commit: one by one, where Alembic left its transaction between them
     */
    record SqlText(String sql, TransactionMode transaction) {}

    private static Optional<SqlText> text(@Nullable Step step) {
        if (step == null || !step.complete()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(step.lines());
        while (!lines.isEmpty() && isFrame(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        boolean leaves = lines.stream().map(String::strip).anyMatch(TRANSACTION::contains);
        lines.removeIf(line -> TRANSACTION.contains(line.strip()));
        String sql = String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
        return Optional.of(new SqlText(sql, leaves ? TransactionMode.NONE : TransactionMode.TRANSACTIONAL));
    }

    private static boolean isFrame(String line) {
        return line.isBlank() || TRANSACTION.contains(line.strip());
    }
}
