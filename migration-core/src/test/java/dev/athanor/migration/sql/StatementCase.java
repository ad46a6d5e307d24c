package dev.athanor.migration.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One case of {@code statement-cases.txt}: a text and the statements in it. */
record StatementCase(String name, String text, List<Statement> expected) {

    private static final String TEXT_ONLY = "(text only)";

    static Stream<StatementCase> all() {
        return Arrays.stream(resource().split("(?m)^#### ")).skip(1).map(StatementCase::parse);
    }

    static Stream<StatementCase> executable() {
        return all().filter(statements -> !statements.name.endsWith(TEXT_ONLY));
    }

    /** The first version of PostgreSQL that understands it: {@code (from 16)} in its name, or any. */
    int fromVersion() {
        int from = name.indexOf("(from ");
        return from < 0 ? 0 : Integer.parseInt(name.substring(from + 6, name.indexOf(')', from)));
    }

    @Override
    public String toString() {
        return name;
    }

    private static StatementCase parse(String block) {
        String[] parts = block.split("(?m)^==> ");
        int nameEnd = parts[0].indexOf('\n');
        List<Statement> expected = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            expected.add(statement(parts[i]));
        }
        return new StatementCase(parts[0].substring(0, nameEnd), unescape(parts[0].substring(nameEnd + 1)), expected);
    }

    private static Statement statement(String part) {
        int end = part.indexOf('\n');
        String[] lineAndKind = part.substring(0, end).split(" ");
        String sql = unescape(part.substring(end + 1, part.length() - 1));
        return new Statement(sql, Integer.parseInt(lineAndKind[0]), StatementKind.valueOf(lineAndKind[1]));
    }

    private static String unescape(String text) {
        return text.replace("«CR»", "\r")
                .replace("«BOM»", "\uFEFF")
                .replace("«VT»", "\u000B")
                .replace("«FF»", "\f");
    }

    private static String resource() {
        try (InputStream stream = StatementCase.class.getResourceAsStream("statement-cases.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
