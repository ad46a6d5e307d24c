package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the comment block at the top of a script. */
final class HeaderParser {

    private final Problems problems;
    private final Map<HeaderKey, Header.Line> values = new EnumMap<>(HeaderKey.class);
    private final List<String> message = new ArrayList<>();
    private boolean keysBegan;
    private boolean idMisspelt;

    private HeaderParser(Problems problems) {
        this.problems = problems;
    }

    static Header parse(List<Header.Line> lines, Problems problems) {
        HeaderParser parser = new HeaderParser(problems);
        lines.forEach(parser::accept);
        return parser.header();
    }

    private void accept(Header.Line line) {
        String text = line.text();
        int colon = text.indexOf(':');
        if (colon < 0
                || !acceptKey(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip(),
                        line.line())) {
            acceptMessage(text);
        }
    }

    private boolean acceptKey(String written, String value, int line) {
        Optional<HeaderKey> key = HeaderKey.named(written);
        if (key.isPresent()) {
            keysBegan = true;
            put(key.get(), new Header.Line(value, line));
            return true;
        }
        Optional<HeaderKey> meant = HeaderKey.meantBy(written);
        meant.ifPresent(likely -> refuseKey(written, likely, line));
        return meant.isPresent();
    }

    private void refuseKey(String written, HeaderKey meant, int line) {
        keysBegan = true;
        idMisspelt |= meant == HeaderKey.REVISION_ID;
        problems.add(line, "The header has no key `" + written + "`.", "Write `" + meant.words() + ":`.");
    }

    private void put(HeaderKey key, Header.Line value) {
        Header.Line first = values.putIfAbsent(key, value);
        if (first != null) {
            problems.add(
                    value.line(),
                    "The header has `" + key.words() + "` twice, first on line " + first.line() + ".",
                    "Keep one of them; several values are separated by commas.");
        }
    }

    private void acceptMessage(String text) {
        if (!keysBegan) {
            message.add(isRuler(text) ? "" : text);
        }
    }

    private static boolean isRuler(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }

    private Header header() {
        return new Header(
                id(),
                each(HeaderKey.REVISES, this::downRevision),
                each(HeaderKey.DEPENDS_ON, this::dependency),
                each(HeaderKey.BRANCH_LABELS, this::branchLabel),
                createDate(),
                Optional.ofNullable(values.get(HeaderKey.DRAFT))
                        .map(value -> new DraftMark(value.text(), value.line())),
                String.join("\n", message).strip());
    }

    private @Nullable RevisionId id() {
        Header.Line value = values.get(HeaderKey.REVISION_ID);
        if (value != null && !value.text().isEmpty()) {
            return legalId(value);
        }
        if (!idMisspelt) {
            problems.add(
                    value == null ? 1 : value.line(),
                    "The header has no revision id.",
                    "Write `-- Revision ID: <id>` into the comment at the top of the file;"
                            + " `migration revision` makes files that have one.");
        }
        return null;
    }

    private <T> List<T> each(HeaderKey key, Reader<T> reader) {
        Header.Line value = values.get(key);
        if (value == null || value.text().isEmpty() || value.text().equalsIgnoreCase("none")) {
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (String word : WordSplitter.split(value.text())) {
            T element = reader.read(word, value.line());
            if (element != null) {
                read.add(element);
            }
        }
        return read;
    }

    private interface Reader<T> {
        @Nullable T read(String word, int line);
    }

    private @Nullable RevisionId legalId(Header.Line value) {
        try {
            return new RevisionId(value.text());
        } catch (MigrationException illegal) {
            problems.add(value.line(), illegal.problem(), illegal.action());
            return null;
        }
    }

    private @Nullable RevisionId downRevision(String word, int line) {
        String action = word.equals("base") || word.equals("<base>")
                ? "Leave `Revises:` empty: a revision that revises nothing is a base."
                : "Write the whole id of a revision; two or more, separated by commas, make a merge point.";
        return reference(word, line, action);
    }

    private @Nullable String dependency(String word, int line) {
        RevisionId id = reference(word, line, "Write whole revision ids or branch labels, separated by commas.");
        return id == null ? null : id.value();
    }

    private @Nullable RevisionId reference(String word, int line, String action) {
        try {
            return new RevisionId(word);
        } catch (MigrationException illegal) {
            problems.add(line, illegal.problem(), action);
            return null;
        }
    }

    private @Nullable String branchLabel(String word, int line) {
        try {
            return new RevisionId(word).value();
        } catch (MigrationException illegal) {
            problems.add(
                    line,
                    "Branch label '" + word + "' is not valid.",
                    "Use 1 to " + RevisionId.MAX_LENGTH + " letters, digits, '_' or '.', and none of the words"
                            + " head, heads, base and current.");
            return null;
        }
    }

    private @Nullable OffsetDateTime createDate() {
        Header.Line value = values.get(HeaderKey.CREATE_DATE);
        if (value == null || value.text().isEmpty()) {
            return null;
        }
        Optional<OffsetDateTime> date = CreateDates.parse(value.text());
        if (date.isEmpty()) {
            problems.add(
                    value.line(),
                    "Create Date '" + value.text() + "' is not a date and time.",
                    "Write it as 2025-10-07T10:50:00Z.");
        }
        return date.orElse(null);
    }
}
