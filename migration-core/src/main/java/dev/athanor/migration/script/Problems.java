package dev.athanor.migration.script;

import dev.athanor.migration.sql.SqlProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
public final class Problems {

    private final String location;
    private final Placeholders placeholders;
    private final List<ScriptProblem> found = new ArrayList<>();

    public Problems(String location, Placeholders placeholders) {
        this.location = location;
        this.placeholders = placeholders;
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

    /** Throws everything that was found in one exception. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidScriptException(found.stream()
                    .sorted(Comparator.comparingInt(ScriptProblem::line))
                    .toList());
        }
    }
}
