package dev.athanor.migration.script;

import dev.athanor.migration.sql.SqlProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects the problems of one file. Problems of the downgrade alone are kept apart, because they do not prevent an
 * upgrade.
 *
 * @since 0.1.0
 */
public final class Problems {

    private final String location;
    private final Placeholders placeholders;
    private final List<ScriptProblem> found;
    private final List<ScriptProblem> ofDowngrade;

    /** Collects the problems of a script. */
    public Problems(String location, Placeholders placeholders) {
        this(location, placeholders, new ArrayList<>(), new ArrayList<>());
    }

    private Problems(
            String location, Placeholders placeholders, List<ScriptProblem> found, List<ScriptProblem> ofDowngrade) {
        this.location = location;
        this.placeholders = placeholders;
        this.found = found;
        this.ofDowngrade = ofDowngrade;
    }

    /** Returns the collector for problems within a section whose place in the file is certain. */
    Problems of(Marker.Kind section) {
        return section == Marker.Kind.DOWNGRADE ? new Problems(location, placeholders, ofDowngrade, ofDowngrade) : this;
    }

    /** Adds a problem at a line. */
    public void add(int line, String problem, String action) {
        found.add(new ScriptProblem(location, line, placeholders.mask(problem), placeholders.mask(action)));
    }

    void add(SqlProblem fault, LineMap lines) {
        add(lines.fileLine(fault.line()), fault.problem(), fault.action());
    }

    String at(int line) {
        return location + ":" + line;
    }

    /** Returns the problems of the downgrade, in file order. */
    List<ScriptProblem> ofDowngrade() {
        return sorted(ofDowngrade.stream());
    }

    /** Throws an exception with every problem if any problem concerns more than the downgrade. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidScriptException(sorted(Stream.concat(found.stream(), ofDowngrade.stream())));
        }
    }

    private static List<ScriptProblem> sorted(Stream<ScriptProblem> problems) {
        return problems.sorted(Comparator.comparingInt(ScriptProblem::line)).toList();
    }
}
