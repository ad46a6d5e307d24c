package dev.athanor.migration.sql;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Characters of a statement that look like something else, or like nothing: a no-break space, a typographic quotation
 * mark,
 * a zero-width space. PostgreSQL takes each of them for a letter of a name.
 *
 * @since 0.1.0
 */
public final class StrayCharacters {

    /**
     * Represents one stray character.
     *
     * @param position the position in the statement, in characters, from 1
     * @param name the name, with its article
     * @param codePoint the character
     * @param remedy the advice
     */
    public record Stray(int position, String name, int codePoint, String remedy) {

        /** Returns a description such as {@code a no-break space (U+00A0)}. */
        public String described() {
            return String.format("%s (U+%04X)", name, codePoint);
        }
    }

    private static final String REMOVE = "remove it";
    private static final String SPACE = "write an ordinary space";
    private static final String APOSTROPHE = "write an apostrophe, '";
    private static final String QUOTATION_MARK = "write a quotation mark, \"";
    private static final String MINUS = "write a hyphen, -";

    private static final int FULLWIDTH = 0xFF01;
    private static final int LAST_FULLWIDTH = 0xFF5E;

    /** Lists the categories of letters, symbols and marks without ink of their own. */
    private static final List<Integer> BLANK =
            List.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x2800, 0x3164, 0xFFA0);

    /** Names characters for which Unicode's own names tell a reader less. */
    private static final Map<Integer, String> NAMES = Map.of(
            0x00AD, "a soft hyphen",
            0x2018, "a typographic apostrophe",
            0x2019, "a typographic apostrophe",
            0x201C, "a typographic quotation mark",
            0x201D, "a typographic quotation mark",
            0x201E, "a typographic quotation mark",
            0xFEFF, "a byte order mark");

    private final String sql;
    private final int error;
    private final boolean body;
    private final List<Stray> found = new ArrayList<>();

    private StrayCharacters(String sql, int error) {
        this.sql = sql;
        this.error = error;
        this.body = hasBody(sql);
    }

    /**
     * Returns stray characters outside of strings and comments; inside a string only if the error is in it or if it
     * is the body of a routine; and invisible characters in quoted names.
     *
     * @param error the position at which the server found an error, in characters, from 1; 0 for nowhere
     */
    public static List<Stray> in(Statement statement, int error) {
        String sql = statement.sql();
        int offset =
                error == 0 ? -1 : sql.offsetByCodePoints(0, Math.min(error - 1, sql.codePointCount(0, sql.length())));
        StrayCharacters search = new StrayCharacters(sql, offset);
        search.look(0, sql.length());
        return search.found;
    }

    private static boolean hasBody(String sql) {
        Lexer first = new Lexer(sql, 0, sql.length(), 1);
        try {
            return first.next() == TokenKind.WORD && (first.isWord("DO") || first.isWord("CREATE"));
        } catch (SqlSyntaxException unfinished) {
            return false;
        }
    }

    private void look(int from, int to) {
        Lexer lexer = new Lexer(sql, from, to, 1);
        try {
            for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                look(kind, lexer);
            }
        } catch (SqlSyntaxException unfinished) {
            // code said it, or a body is in another language: what was found before counts
        }
    }

    private void look(TokenKind kind, Lexer lexer) {
        switch (kind) {
            case WORD, NUMBER, SYMBOL -> collect(lexer.start(), lexer.end(), false);
            case QUOTED_IDENTIFIER -> collect(lexer.start(), lexer.end(), true);
            case STRING -> {
                if (holdsError(lexer)) {
                    collect(lexer.start(), lexer.end(), true);
                }
            }
            case DOLLAR_STRING -> {
                if (body || holdsError(lexer)) {
                    look(lexer.start() + lexer.delimiterLength(), lexer.end() - lexer.delimiterLength());
                }
            }
            default -> {}
        }
    }

    private boolean holdsError(Lexer lexer) {
        return error >= lexer.start() && error < lexer.end();
    }

    private void collect(int from, int to, boolean onlyUnseen) {
        int at = from;
        while (at < to) {
            int character = sql.codePointAt(at);
            if (character >= 0x80 && (isUnseen(character) || !onlyUnseen && isLookalike(character))) {
                found.add(new Stray(sql.codePointCount(0, at) + 1, name(character), character, remedy(character)));
            }
            at += Character.charCount(character);
        }
    }

    /** Returns whether a character is a space or invisible. */
    private static boolean isUnseen(int character) {
        return isSpace(character)
                || Character.getType(character) == Character.FORMAT
                || Character.isISOControl(character)
                || BLANK.contains(character)
                || character >= 0xFE00 && character <= 0xFE0F;
    }

    private static boolean isSpace(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == 0x85;
        };
    }

    /** Returns whether a character is punctuation that no name contains, or a full-width form of ASCII. */
    private static boolean isLookalike(int character) {
        return character >= FULLWIDTH && character <= LAST_FULLWIDTH
                || switch (Character.getType(character)) {
                    case Character.DASH_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.CONNECTOR_PUNCTUATION,
                            Character.MATH_SYMBOL,
                            Character.MODIFIER_SYMBOL -> true;
                    default -> false;
                };
    }

    private static String name(int character) {
        String known = NAMES.get(character);
        if (known != null) {
            return known;
        }
        String unicode = Character.getName(character);
        String name = unicode == null ? "character" : unicode.toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private static String remedy(int character) {
        if (isSpace(character)) {
            return SPACE;
        }
        if (isUnseen(character)) {
            return REMOVE;
        }
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        if (plain.length() == 1 && plain.charAt(0) < 0x80) {
            return "write " + plain;
        }
        return switch (Character.getType(character)) {
            case Character.DASH_PUNCTUATION -> MINUS;
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> quote(character);
            default -> ascii(character);
        };
    }

    private static String quote(int character) {
        return character >= 0x201C && character <= 0x201F || character == 0xAB || character == 0xBB
                ? QUOTATION_MARK
                : APOSTROPHE;
    }

    private static String ascii(int character) {
        return switch (character) {
            case 0x2212 -> MINUS;
            case 0x201A, 0x2032, 0xB4, 0x2CA, 0x2CB -> APOSTROPHE;
            case 0x201E, 0x2033 -> QUOTATION_MARK;
            case 0x2260 -> "write <>";
            case 0x2264 -> "write <=";
            case 0x2265 -> "write >=";
            case 0xD7, 0x2217, 0x22C5 -> "write *";
            case 0xF7, 0x2215, 0x2044 -> "write /";
            case 0x2026 -> "write three dots";
            case 0x3001 -> "write a comma";
            case 0x3002 -> "write a period";
            default -> "remove it, or put the name that has it in quotation marks";
        };
    }
}
