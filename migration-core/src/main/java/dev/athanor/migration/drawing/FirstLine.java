package dev.athanor.migration.drawing;

/** Extracts the line of a message that a drawing shows, for any message. */
final class FirstLine {

    private static final int LONGEST = 100;
    private static final String CUT = "...";

    private FirstLine() {}

    static String of(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        int length = line.codePointCount(0, line.length());
        String shown = length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - CUT.length()));
        return visible(shown).strip() + (length <= LONGEST ? "" : CUT);
    }

    private static String visible(String text) {
        return text.codePoints()
                .map(FirstLine::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int character) {
        return character == '\t' ? ' ' : disturbs(character) ? '?' : character;
    }

    /**
     * Returns whether the character is a control character, an unpaired surrogate, or one that changes the reading
     * direction of the whole line.
     */
    private static boolean disturbs(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> !joins(character);
            default -> false;
        };
    }

    /**
     * Returns whether the character is one of the two invisible joiners that words of some scripts, and emoji, contain.
     */
    private static boolean joins(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
