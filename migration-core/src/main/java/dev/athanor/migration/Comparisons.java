package dev.athanor.migration;

import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.runner.Tables;
import javax.sql.DataSource;

/** A database beside what it should be: {@code check}, {@code drift} and {@code revision --autogenerate}. */
public final class Comparisons {

    private final DataSource dataSource;
    private final Tables tables;
    private final ComparisonSettings settings;

    Comparisons(DataSource dataSource, Tables tables, ComparisonSettings settings) {
        this.dataSource = dataSource;
        this.tables = tables;
        this.settings = settings;
    }

    /**
     * What the database lacks of the wanted schema; it is not changed.
     *
     * @throws dev.athanor.migration.autogenerate.ComparisonException where that cannot be found out
     */
    public ComparisonReport check(WantedSchema wanted) {
        return new SchemaComparison(dataSource, tables, settings).check(wanted);
    }
}
