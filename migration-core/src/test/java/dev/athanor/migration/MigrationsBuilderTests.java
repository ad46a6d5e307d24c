package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.testing.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsBuilderTests {

    private static final DataSource NOWHERE = new DriverManagerDataSource("jdbc:postgresql://localhost:1/none");
    private static final Scripts LINE = Scripts.none().withTable("a1", "").withTable("b1", "a1");

    @Test
    void facadesThatShareRevisionsHoldOneCopyOfThem() {
        AtomicInteger reads = new AtomicInteger();
        BuildRevisions revisions = BuildRevisions.builder()
                .sources(List.<RevisionSource>of(() -> {
                    reads.incrementAndGet();
                    return LINE.files();
                }))
                .build();

        List<Migrations> tenants = new ArrayList<>();
        for (int tenant = 0; tenant < 500; tenant++) {
            tenants.add(Migrations.builder(NOWHERE)
                    .name("tenant" + tenant)
                    .tables(new Tables("t" + tenant, "v", "h"))
                    .revisions(revisions)
                    .build());
        }

        assertThat(tenants).allSatisfy(one -> assertThat(one.scripts()).isSameAs(revisions.directory()));
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatIsSetAfterwardsChangesNothing() {
        List<RevisionSource> sources = new ArrayList<>(List.of(LINE::files));
        MigrationsBuilder builder =
                Migrations.builder(NOWHERE).name("first").sources(sources).target("a1");
        Migrations migrations = builder.build();

        sources.clear();
        builder.name("second").target("heads").source(() -> List.of(new ScriptFile("x.sql", "nonsense")));

        assertThat(migrations.name()).isEqualTo("first");
        assertThat(migrations.target()).isEqualTo("a1");
        assertThat(migrations.scripts().scripts()).hasSize(2);
    }

    @Test
    void buildRefusesWhatCannotWork() {
        MigrationsBuilder empty = Migrations.builder(NOWHERE);
        BuildRevisions shared = BuildRevisions.builder()
                .sources(List.<RevisionSource>of(LINE::files))
                .build();

        assertThatThrownBy(empty::build)
                .hasMessage("Migrations of 'default' have no source of revisions.\n"
                        + "Call source(…), for example with RevisionSources.parse(\"classpath:db/revisions\", loader),"
                        + " revision(…) or revisions(…).");
        assertThatThrownBy(() -> Migrations.builder(NOWHERE)
                        .revisions(shared)
                        .source(LINE::files)
                        .build())
                .hasMessage("Migrations of 'default' have both shared revisions and their own.\n"
                        + "Add source(…) and revision(…) to the BuildRevisions that they share.");
        assertThatThrownBy(() -> line().name(" ").build())
                .hasMessage("The name of the database is blank.\n"
                        + "Give it a name, or leave out name(…): it is `default` then.");
        assertThatThrownBy(() -> line().target("").build()).hasMessageStartingWith("'' is not a target.\n");
        assertThatThrownBy(() -> new Tables(null, "same", "same"))
                .hasMessage("The version table and the history table have the same name, same.\n"
                        + "Give migration.version-table and migration.history-table different names.");
        assertThatThrownBy(() -> new Tables(null, "", "history"))
                .hasMessage("The name of the version table is empty.\n"
                        + "Set migration.version-table to a name, or leave it out.");
        assertThatThrownBy(() -> new Tables("", "version", "history"))
                .hasMessage("The name of the schema is empty.\nSet migration.schema to a name, or leave it out.");
    }

    @Test
    void anEmptyListOfTargetsIsRefused() {
        Migrations migrations = line().target("a1").build();
        String toUpgrade = "The list of targets to upgrade to is empty.\n"
                + "Name at least one target, or call upgrade() for the configured one, a1.";
        String toStamp = "The list of targets to stamp to is empty.\n"
                + "Name at least one target; `base` removes every row from the version table.";

        assertThatThrownBy(() -> migrations.upgrade(new String[0])).hasMessage(toUpgrade);
        assertThatThrownBy(() -> migrations.planUpgrade(new String[0])).hasMessage(toUpgrade);
        assertThatThrownBy(migrations::stamp).hasMessage(toStamp);
    }

    private static MigrationsBuilder line() {
        return Migrations.builder(NOWHERE).source(LINE::files);
    }
}
