package dev.athanor.migration.script;

/** Finds the lines of a header. */
final class HeaderLines {

    private HeaderLines() {}

    /** Returns the line of a key, counted from 1, or 1 if the header does not have the key. */
    static int of(ScriptFile file, String key) {
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            if (isKey(line, key)) {
                return number;
            }
            if (line.stripLeading().startsWith("-- @")) {
                break;
            }
        }
        return 1;
    }

    private static boolean isKey(String line, String key) {
        String comment = line.strip();
        return comment.startsWith("--")
                && comment.substring(2).strip().regionMatches(true, 0, key + ":", 0, key.length() + 1);
    }
}
