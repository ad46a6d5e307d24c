package dev.athanor.migration.autogenerate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds an existing schema, a wanted schema, and the sections of the revisions that are generated.
 *
 * @param since the first version of PostgreSQL that reports the schema in these words
 * @param revisions the revisions from {@code -- @upgrade} on, separated by {@code ==}
 */
record Scenario(String title, int since, String live, String wanted, String revisions) {

    private static final Pattern TITLE = Pattern.compile("(.*?)(?: \\((\\d+)\\))?");

    /**
     * Parses the scenarios of the resource, each of which consists of {@code -- # title} and three parts separated by
     * {@code ---}.
     */
    static Stream<Scenario> all() {
        return of("scenarios.sql");
    }

    /** Those with objects that are defined by the statements that create them. */
    static Stream<Scenario> withObjects() {
        return of("objects.sql");
    }

    /** Those with rows, which leave something to decide. */
    static Stream<Scenario> withDecisions() {
        return of("decisions.sql");
    }

    /** Those whose rows and numbers have to go on, with queries in place of revisions. */
    static Stream<Scenario> withRows() {
        return of("conversions.sql");
    }

    private static Stream<Scenario> of(String resource) {
        return Stream.of(text(resource).split("(?m)^-- # "))
                .filter(block -> !block.isBlank())
                .map(Scenario::parse);
    }

    private static Scenario parse(String block) {
        int line = block.indexOf('\n');
        String[] parts = block.substring(line + 1).split("(?m)^---$", -1);
        Matcher title = TITLE.matcher(block.substring(0, line));
        if (!title.matches() || parts.length != 3) {
            throw new IllegalArgumentException(block);
        }
        int since = title.group(2) == null ? 14 : Integer.parseInt(title.group(2));
        return new Scenario(title.group(1), since, parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    private static String text(String resource) {
        try (InputStream in = Scenario.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
