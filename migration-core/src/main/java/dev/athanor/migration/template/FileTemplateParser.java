package dev.athanor.migration.template;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses file templates. */
final class FileTemplateParser {

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern DATE =
            Pattern.compile("(?!.*([MdHms])\\1\\1)(?!.*y{5})(?:yyyy|yy|MM|dd|HH|mm|ss|'T'|[-_./])+");
    private static final Pattern ALEMBIC = Pattern.compile("%+\\((\\w+)\\)(?:\\.2)?[sd]");
    private static final Pattern BAD_TEXT = Pattern.compile("[<>:\"\\\\|?*%{}$\\p{Cntrl}]");
    private static final String KNOWN = "{date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second},"
            + " {epoch}, {rev}, {slug} and {number}";

    private final String kind;
    private final String template;
    private final List<NamePart> parts = new ArrayList<>();

    private FileTemplateParser(String kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    static List<NamePart> parse(String text) {
        FileTemplateParser parser = new FileTemplateParser("File template", text);
        parser.refuseAlembic();
        parser.read(text.replaceFirst("(?i)\\.sql$", ""));
        parser.checkSegments(text);
        return List.copyOf(parser.parts);
    }

    static List<NamePart> parseId(String text) {
        FileTemplateParser parser = new FileTemplateParser("Id template", text);
        parser.refuseAlembic();
        parser.read(text);
        parser.checkId();
        return List.copyOf(parser.parts);
    }

    private void checkId() {
        RevisionDraft longest = new RevisionDraft(
                new Revision(new RevisionId("000000000000"), List.of(), List.of(), List.of()),
                "x".repeat(IdTemplate.SLUG_LENGTH),
                OffsetDateTime.parse("2025-10-07T10:50:09Z"),
                "",
                "");
        String sample = IdTemplate.text(parts, longest, 1);
        try {
            new RevisionId(sample);
        } catch (MigrationException illegal) {
            throw fault(
                    "makes ids that cannot be used: " + illegal.problem().replaceFirst("\\.$", ""),
                    "Use letters, digits, '_' and '.' around the tokens, such as {number} or {date:yyyyMMddHHmmss}.");
        }
    }

    private void read(String text) {
        Matcher token = TOKEN.matcher(text);
        int done = 0;
        while (token.find()) {
            addText(text.substring(done, token.start()));
            parts.add(part(token.group(1)));
            done = token.end();
        }
        if (parts.isEmpty()) {
            throw fault(
                    "would give every " + (kind.startsWith("File") ? "file the same name" : "revision the same id"),
                    "Write tokens into it: " + KNOWN + ".");
        }
        addText(text.substring(done));
    }

    private void addText(String text) {
        Matcher bad = BAD_TEXT.matcher(text);
        if (bad.find()) {
            throw fault(
                    "contains '" + bad.group() + "', which file names cannot have everywhere",
                    "Use letters, digits, '-', '_' and '.' around the tokens, and '/' between folders.");
        }
        if (!text.isEmpty()) {
            parts.add(new NamePart.Text(text));
        }
    }

    private NamePart part(String token) {
        return switch (token) {
            case "year" -> new NamePart.Date("yyyy");
            case "month" -> new NamePart.Date("MM");
            case "day" -> new NamePart.Date("dd");
            case "hour" -> new NamePart.Date("HH");
            case "minute" -> new NamePart.Date("mm");
            case "second" -> new NamePart.Date("ss");
            case "epoch" -> new NamePart.Epoch();
            case "rev" -> new NamePart.Rev();
            case "slug" -> new NamePart.MessageSlug();
            case "number" -> new NamePart.Number();
            default -> date(token);
        };
    }

    private NamePart date(String token) {
        if (!token.startsWith("date:")) {
            throw fault("has an unknown token {" + token + "}", "Write one of " + KNOWN + ".");
        }
        String pattern = token.substring("date:".length());
        if (!DATE.matcher(pattern).matches()) {
            throw fault(
                    "has a date {" + token + "} that cannot be used",
                    "Write it with yyyy, yy, MM, dd, HH, mm and ss, and '-', '_', '.', '/' or 'T' in quotes between"
                            + " them, such as {date:yyyyMMdd_HHmm}.");
        }
        return new NamePart.Date(pattern);
    }

    private void refuseAlembic() {
        if (ALEMBIC.matcher(template).find()) {
            throw fault(
                    "is written as for Alembic",
                    "Write `" + ALEMBIC.matcher(template).replaceAll("{$1}") + "`.");
        }
    }

    /**
     * Requires that, with a value for every token, no folder or file has an empty name, is hidden, or lies outside of
     * the revisions' folder.
     */
    private void checkSegments(String text) {
        String sample = TOKEN.matcher(text)
                .replaceAll(match -> match.group(1).replaceFirst("^date:", "").replaceAll("[^./]", "x"));
        for (String segment : sample.split("/", -1)) {
            if (segment.isBlank() || segment.startsWith(".") || segment.contains("..") || segment.matches(".*[. ]$")) {
                throw fault(
                        "makes a folder or file without a name, or one that begins or ends with a dot",
                        "Write a path below the folder of the revisions, such as {year}/" + FileTemplate.STANDARD
                                + ".");
            }
        }
    }

    private MigrationException fault(String what, String action) {
        return new MigrationException(kind + " '" + template + "' " + what + ".", action);
    }
}
