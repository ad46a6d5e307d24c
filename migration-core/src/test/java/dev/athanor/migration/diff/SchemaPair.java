package dev.athanor.migration.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a schema and its later form, as DDL.
 *
 * @param since the first version of PostgreSQL that supports both
 */
record SchemaPair(String title, String from, String to, int since) {

    private static final Pattern TITLE = Pattern.compile("(.*?)(?: \\((\\d+)\\))?");

    /**
     * Parses the pairs of a resource: {@code -- # title}, the first schema, {@code ---}, the second one; a third part is
     * for others.
     */
    static List<SchemaPair> of(String resource) {
        List<SchemaPair> pairs = new ArrayList<>();
        for (String block : text(resource).split("(?m)^-- # ")) {
            if (!block.isBlank()) {
                pairs.add(parse(block));
            }
        }
        return pairs;
    }

    private static SchemaPair parse(String block) {
        int line = block.indexOf('\n');
        Matcher title = TITLE.matcher(block.substring(0, line));
        String[] sides = block.substring(line + 1).split("(?m)^---$", -1);
        if (!title.matches() || sides.length < 2) {
            throw new IllegalArgumentException(block);
        }
        int since = title.group(2) == null ? 14 : Integer.parseInt(title.group(2));
        return new SchemaPair(title.group(1), sides[0].strip(), sides[1].strip(), since);
    }

    private static String text(String resource) {
        try (InputStream in = SchemaPair.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SchemaPair turned() {
        return new SchemaPair(title + ", backwards", to, from, since);
    }

    @Override
    public String toString() {
        return title;
    }
}
