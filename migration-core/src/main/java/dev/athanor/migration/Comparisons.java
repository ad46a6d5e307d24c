package dev.athanor.migration;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Autogenerator;
import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.function.Supplier;

/** A database beside what it should be: {@code check}, {@code drift} and {@code revision --autogenerate}. */
public final class Comparisons {

    private final SchemaComparison comparison;
    private final Supplier<Heads> current;

    Comparisons(SchemaComparison comparison, Supplier<Heads> current) {
        this.comparison = comparison;
        this.current = current;
    }

    /**
     * What the database lacks of the wanted schema; it is not changed.
     *
     * @throws ComparisonException where that cannot be found out
     */
    public ComparisonReport check(WantedSchema wanted) {
        return comparison.check(wanted);
    }

    /**
     * Revisions that make up for what the database lacks of the wanted schema, proven and not written yet.
     *
     * @param directory all the revisions that there are, whether compiled or not
     * @throws ComparisonException where the database is not at their heads, or what is generated is not proven
     */
    public Autogeneration autogenerate(WantedSchema wanted, ScriptDirectory directory) {
        requireHeads(directory);
        return new Autogenerator(comparison).generate(wanted);
    }

    private void requireHeads(ScriptDirectory directory) {
        Heads heads = Heads.of(directory.graph().realHeads());
        Heads now = current.get();
        if (!now.equals(heads)) {
            throw new ComparisonException(
                    "The database is at " + now + ", and the revisions lead to " + heads
                            + ": what is between would be generated a second time.",
                    "Run `migration upgrade heads` first, or `migration stamp heads` where the schema is there already.");
        }
    }
}
