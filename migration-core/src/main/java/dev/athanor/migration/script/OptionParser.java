package dev.athanor.migration.script;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.WrittenName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the options of one section. */
final class OptionParser {

    private static final String TRANSACTION = "transaction";
    private static final String BATCH = "batch";
    private static final String KEY = "key";
    private static final String TABLE = "table";
    private static final String PAUSE = "pause";
    private static final String TARGET = "target";
    private static final String EXTENSION = "if-extension";
    private static final List<String> NAMES = List.of(TRANSACTION, BATCH, KEY, TABLE, PAUSE, TARGET, EXTENSION);
    private static final List<String> OF_BATCHES = List.of(KEY, TABLE, PAUSE, TARGET);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|min)");
    private static final Pattern EXTENSION_NAME = Pattern.compile("[A-Za-z0-9_-]{1,63}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}");

    private final Problems problems;
    private final Marker.Kind section;
    private final int line;
    private final Map<String, String> values = new LinkedHashMap<>();

    OptionParser(Problems problems, Marker.Kind section, int line) {
        this.problems = problems;
        this.section = section;
        this.line = line;
    }

    /** Parses those words that are options; {@link MarkerParser} reports the others. */
    SectionOptions parse(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (isOption(word)) {
                kept.add(word);
                put(word);
            }
        }
        BatchOptions batch = batch();
        TransactionMode mode = values.containsKey(TRANSACTION) || values.containsKey(BATCH)
                ? TransactionMode.NONE
                : TransactionMode.TRANSACTIONAL;
        return new SectionOptions(mode, batch, extension(), ExtensionOffer.UNKNOWN, kept);
    }

    static boolean isOption(String word) {
        int equals = word.indexOf('=');
        return equals > 0
                && NAMES.contains(word.substring(0, equals))
                && (!word.startsWith(TRANSACTION) || word.equals(TRANSACTION + "=none"));
    }

    private void put(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(0, equals);
        if (values.putIfAbsent(name, word.substring(equals + 1)) != null) {
            problems.add(line, section() + " has option `" + name + "` twice.", "Keep one of them.");
        }
    }

    private @Nullable BatchOptions batch() {
        if (!values.containsKey(BATCH)) {
            OF_BATCHES.stream().filter(values::containsKey).findFirst().ifPresent(this::refuseAlone);
            return null;
        }
        WrittenName key = name(KEY);
        if (!values.containsKey(KEY)) {
            problems.add(
                    line,
                    section() + " runs in batches, and does not say by which key.",
                    "Name a column that is unique and not null: `" + written(BATCH) + " key=id`.");
        }
        WrittenName table = name(TABLE);
        Duration target = values.containsKey(TARGET) ? duration(TARGET) : null;
        return new BatchOptions(
                size(),
                key == null ? "" : key.last(),
                key == null ? null : key.first(),
                table == null ? null : new QualifiedName(table.first(), table.last()),
                duration(PAUSE),
                target);
    }

    private void refuseAlone(String name) {
        problems.add(
                line,
                "Option `" + written(name) + "` is one of a section that runs in batches.",
                "Say how many rows a batch walks as well, `batch=5000`; or remove it.");
    }

    private int size() {
        String size = values.getOrDefault(BATCH, "");
        if (SIZE.matcher(size).matches()) {
            return Integer.parseInt(size);
        }
        problems.add(
                line,
                "Option `" + written(BATCH) + "` is not a number of rows.",
                "Write one of 1 or more: `batch=5000`.");
        return 1;
    }

    private Duration duration(String name) {
        String value = values.get(name);
        if (value == null) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION.matcher(value);
        long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        if (number == 0) {
            problems.add(
                    line,
                    "Option `" + written(name) + "` is not a duration.",
                    "Write milliseconds, seconds or minutes: `" + name + "=200ms`, `" + name + "=2s`, `" + name
                            + "=1min`.");
            return Duration.ofSeconds(1);
        }
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private @Nullable WrittenName name(String option) {
        String value = values.get(option);
        WrittenName name = value == null ? null : WrittenName.parse(value).orElse(null);
        if (value != null && name == null) {
            problems.add(
                    line,
                    "Option `" + written(option) + "` is no name.",
                    "Write it as in SQL: `" + option + "=id`, `" + option + "=\"Id\"`, `" + option + "=t.id`.");
        }
        return name;
    }

    private @Nullable String extension() {
        String value = values.get(EXTENSION);
        if (value == null || EXTENSION_NAME.matcher(value).matches()) {
            return value;
        }
        problems.add(
                line,
                "Option `" + written(EXTENSION) + "` names no extension.",
                "Write its name as CREATE EXTENSION has it, without quotation marks: `if-extension=postgis`.");
        return null;
    }

    private String section() {
        return "Section `@" + section.word() + "`";
    }

    private String written(String name) {
        return name + "=" + values.get(name);
    }
}
