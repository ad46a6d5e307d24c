package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Chooses the DataSource of a further database: its own, a bean by name or by mark, or the application's. */
final class FurtherDataSource {

    private final String name;
    private final String prefix;
    private final DatabaseProperties own;
    private final MigrationProperties properties;
    private final MigrationProperties defaults;
    private final DataSourceBeans beans;

    FurtherDataSource(String name, ConfiguredDatabases configured, DataSourceBeans beans) {
        this.name = name;
        this.prefix = "migration.databases." + name;
        this.own = configured.own(name);
        this.properties = configured.properties(name);
        this.defaults = configured.defaults();
        this.beans = beans;
    }

    DataSource choose() {
        List<String> ways = ways();
        if (ways.size() > 1) {
            throw new MigrationException(
                    "The database '" + name + "' has several connections: " + String.join(", ", ways) + ".",
                    "Keep one of them.");
        }
        if (properties.url() != null) {
            return MigrationDataSources.ofUrl(properties, prefix);
        }
        return ways.isEmpty() ? ofDefault() : MigrationDataSources.withRole(properties, bean());
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        if (own.url() != null) {
            ways.add(prefix + ".url");
        }
        if (own.dataSource() != null) {
            ways.add(prefix + ".data-source");
        }
        marked().forEach(bean -> ways.add("the bean '" + bean + "' with @MigrationDataSource(\"" + name + "\")"));
        return ways;
    }

    private List<String> marked() {
        return beans.marked().getOrDefault(name, List.of());
    }

    private DataSource bean() {
        String named = own.dataSource();
        return named == null ? beans.get(marked().get(0)) : named(named);
    }

    private DataSource named(String bean) {
        if (!beans.all().contains(bean)) {
            throw new MigrationException(
                    prefix + ".data-source is '" + bean + "', and there is no DataSource bean of that name.",
                    beans.all().isEmpty()
                            ? "Define one, or set " + prefix + ".url."
                            : "Name one of these: " + CappedList.of(beans.all()) + ".");
        }
        return beans.get(bean);
    }

    /** Returns the connection of the default database, for a schema or a version table of its own. */
    private DataSource ofDefault() {
        boolean ownTables = !Objects.equals(properties.schema(), defaults.schema())
                || !properties.versionTable().equals(defaults.versionTable());
        if (!ownTables || defaults.url() == null && beans.ofDefault().isEmpty()) {
            throw new MigrationException(
                    "The database '" + name + "' has no connection of its own.",
                    "Set " + prefix + ".url, or " + prefix + ".data-source to the name of a DataSource bean, or mark a"
                            + " DataSource bean with @MigrationDataSource(\"" + name + "\"). For another schema of the"
                            + " application's database, set " + prefix + ".schema.");
        }
        MigrationProperties role = properties.username() == null ? defaults : properties;
        return defaults.url() == null
                ? MigrationDataSources.withRole(
                        role, beans.get(beans.ofDefault().get()))
                : MigrationDataSources.ofUrl(defaults, role);
    }
}
