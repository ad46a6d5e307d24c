package dev.athanor.migration.script;

import java.util.ArrayList;
import java.util.List;

/** The words of a header's value or of a marker line: blanks and commas are between them. */
final class WordSplitter {

    private WordSplitter() {}

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || separates(text.charAt(at))) {
                if (at > start) {
                    words.add(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    private static boolean separates(char character) {
        return character == ' ' || character == ',' || character >= '\t' && character <= '\r';
    }
}
