package dev.athanor.migration.script;

/** Where a header says something. */
final class HeaderLines {

    private HeaderLines() {}

    /** The line of a key, counted from 1; 1 where the header does not have it. */
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
