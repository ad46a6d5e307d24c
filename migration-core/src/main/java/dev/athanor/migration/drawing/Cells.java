package dev.athanor.migration.drawing;

/**
 * Measures the width of characters on a terminal: East Asian characters and pictographs take two cells, accents none.
 */
final class Cells {

    private Cells() {}

    static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /** Returns the longest beginning of the text that fits. */
    static String first(String text, int cells) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += of(character);
            if (taken > cells) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000;
    }
}
