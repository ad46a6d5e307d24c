package dev.athanor.migration.script;

import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.SplitText;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.StatementExcerpt;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header and the sections. Only real comment lines count, not those inside strings, function bodies and block
 * comments. If no placeholder has to be replaced first, the statements are split in the same pass.
 */
final class LayoutReader {

    private final String text;
    private final Problems problems;
    private final MarkerParser markerParser;
    private final Lexer lexer;
    private final @Nullable StatementSplitter splitter;
    private final List<Header.Line> header = new ArrayList<>();
    private final List<Layout.Part> parts = new ArrayList<>(2);
    private final List<Allowance> allowances = new ArrayList<>();
    private @Nullable Marker section;
    private boolean strayCode;

    private LayoutReader(String text, boolean split, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.markerParser = new MarkerParser(problems);
        this.lexer = new Lexer(text, 0, text.length(), 1);
        this.splitter = split ? new StatementSplitter(text, text.length(), lexer) : null;
    }

    static Layout read(String text, Placeholders placeholders, Problems problems) {
        LayoutReader reader = new LayoutReader(text, placeholders.isEmpty(), problems);
        reader.read();
        return new Layout(reader.header, reader.parts, reader.strayCode);
    }

    private void read() {
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                accept(kind);
            }
        } catch (SqlSyntaxException unfinished) {
            acceptUnfinished(unfinished);
        }
        endSection(text.length());
    }

    private void acceptUnfinished(SqlSyntaxException unfinished) {
        if (section == null) {
            strayCode = true;
            problems.add(unfinished.fault(), LineMap.SAME);
        } else if (splitter != null) {
            splitter.acceptUnfinished(unfinished);
        }
    }

    private void accept(TokenKind kind) {
        if (kind == TokenKind.LINE_COMMENT) {
            acceptComment();
        } else if (section == null) {
            acceptStrayCode(kind);
        } else if (splitter != null) {
            splitter.accept(kind);
        }
    }

    private void acceptStrayCode(TokenKind kind) {
        if (kind != TokenKind.BLOCK_COMMENT && !strayCode) {
            refuseStrayCode();
        }
    }

    private void endSection(int limit) {
        if (section != null) {
            SplitText split = splitter == null ? null : splitter.take(section.end(), limit, section.line());
            parts.add(new Layout.Part(section, limit, split, allowances));
            allowances.clear();
        }
    }

    private void acceptComment() {
        if (mayMark() && acceptAllowance()) {
            return;
        }
        int lineStart = lineStart(lexer.start());
        if (lineStart < 0) {
            return;
        }
        Marker marker = mayMark() ? markerParser.parse(text, lineStart, lexer.end(), lexer.line()) : null;
        if (marker != null) {
            endSection(marker.start());
            section = marker;
        } else if (section == null) {
            header.add(new Header.Line(
                    text.substring(lexer.start() + 2, lexer.end()).strip(), lexer.line()));
        }
    }

    /** Returns whether the comment is a line {@code -- @allow rule: reason}, well-formed or not. */
    private boolean acceptAllowance() {
        String comment = text.substring(lexer.start() + 2, lexer.end()).strip();
        if (!AllowanceParser.isAllowance(comment)) {
            return false;
        }
        Problems ofSection = section == null ? problems : problems.of(section.section());
        if (section == null) {
            problems.add(
                    lexer.line(),
                    "`-- " + comment + "` stands above the first section.",
                    "Move it below the line `-- @upgrade` or `-- @downgrade` for which it holds.");
        } else {
            AllowanceParser.parse(comment, lexer.line(), ofSection).ifPresent(allowances::add);
        }
        return true;
    }

    private boolean mayMark() {
        int at = lexer.start() + 2;
        while (at < lexer.end() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < lexer.end() && text.charAt(at) == '@';
    }

    /** Returns where the line of the offset begins if only blanks precede the offset on that line, or -1 otherwise. */
    private int lineStart(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        boolean first = at == 0 || at == 1 && text.charAt(0) == '\uFEFF';
        return first || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r' ? at : -1;
    }

    private void refuseStrayCode() {
        strayCode = true;
        int end = Math.min(text.length(), lexer.start() + StatementExcerpt.READ);
        problems.add(
                lexer.line(),
                "`"
                        + StatementExcerpt.inOneLine(text.substring(lexer.start(), end)
                                .lines()
                                .findFirst()
                                .orElse("")) + "` stands above the first section.",
                "Move it below a line `-- @upgrade`, or make it a comment.");
    }

    /** Parses the comment lines that begin sections. Blanks may be placed freely, words must be exact. */
    private static final class MarkerParser {

        private static final Pattern AROUND_EQUALS = Pattern.compile("\\s*=\\s*");

        private final Problems problems;

        MarkerParser(Problems problems) {
            this.problems = problems;
        }

        /** Returns the marker that a comment line represents, or {@code null} if the line is an ordinary comment. */
        @Nullable Marker parse(String text, int start, int end, int line) {
            String content = text.substring(start, end).strip().substring(2).strip();
            if (!content.startsWith("@")) {
                return null;
            }
            List<String> words = WordSplitter.split(withoutBlanksAroundEquals(content.substring(1)));
            if (words.isEmpty()) {
                return null;
            }
            Marker.Kind section = section(words, line);
            return section == null ? null : marker(section, words.subList(1, words.size()), start, end, line);
        }

        private static String withoutBlanksAroundEquals(String content) {
            return content.indexOf('=') < 0
                    ? content
                    : AROUND_EQUALS.matcher(content).replaceAll("=");
        }

        private Marker.@Nullable Kind section(List<String> words, int line) {
            String word = words.get(0);
            Marker.Kind meant = Marker.Kind.meantBy(word);
            if (word.equals(meant.word()) && meant != Marker.Kind.UNKNOWN) {
                return meant;
            }
            if (meant == Marker.Kind.UNKNOWN && !readsAsMarker(words)) {
                return null;
            }
            problems.add(line, "There is no section `@" + word + "`.", spelling(meant));
            return meant;
        }

        /** Returns whether only options follow the word; {@code -- @param id the key} is an ordinary comment. */
        private static boolean readsAsMarker(List<String> words) {
            return words.stream()
                    .skip(1)
                    .allMatch(word -> word.equals(Waiver.IRREVERSIBLE.word()) || word.contains("="));
        }

        private static String spelling(Marker.Kind meant) {
            return meant == Marker.Kind.UNKNOWN
                    ? "Write `-- @upgrade` or `-- @downgrade`; an ordinary comment must not begin with @."
                    : "Write `-- @" + meant.word() + "`.";
        }

        private Marker marker(Marker.Kind section, List<String> options, int start, int end, int line) {
            if (options.isEmpty()) {
                return new Marker(section, SectionOptions.NONE, null, start, end, line);
            }
            Problems ofSection = isSurelyAMarker(options) ? problems.of(section) : problems;
            List<Waiver> waivers = Waiver.among(options);
            if (section != Marker.Kind.UNKNOWN) {
                check(section, options, line, ofSection);
            }
            SectionOptions parsed = new OptionParser(ofSection, section, line).parse(options);
            return new Marker(section, parsed, waivers.isEmpty() ? null : waivers.get(0), start, end, line);
        }

        /**
         * Returns whether the line has no other words. A line with other words may be a comment of the section above
         * it,
         * which would end too early.
         */
        private static boolean isSurelyAMarker(List<String> options) {
            return options.stream().allMatch(option -> Waiver.is(option) || option.contains("="));
        }

        private static void check(Marker.Kind section, List<String> options, int line, Problems problems) {
            List<Waiver> waivers = Waiver.among(options);
            if (section == Marker.Kind.UPGRADE) {
                waivers.forEach(waiver -> problems.add(
                        line,
                        waiver.notOfUpgrades(),
                        "Write `-- @downgrade " + waiver.word() + "` below its statements."));
            } else if (waivers.size() > 1) {
                problems.add(
                        line,
                        "Section `@downgrade` has both `irreversible` and `nothing`.",
                        "Keep `nothing` if the upgrade leaves the schema as it was, otherwise `irreversible`.");
            }
            options.stream()
                    .filter(option -> !OptionParser.isOption(option) && !Waiver.is(option))
                    .findFirst()
                    .ifPresent(option -> problems.add(
                            line, "Section `@" + section.word() + "` has no option `" + option + "`.", known(section)));
        }

        private static String known(Marker.Kind section) {
            String comment = " A comment belongs on a line of its own.";
            return section == Marker.Kind.UPGRADE
                    ? "It takes `transaction=none`, `batch=5000 key=id` and `if-extension=<name>`." + comment
                    : "It takes `transaction=none`, `batch=5000 key=id`, `if-extension=<name>`, `nothing` or"
                            + " `irreversible`." + comment;
        }
    }
}
