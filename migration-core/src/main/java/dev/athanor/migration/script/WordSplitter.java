package dev.athanor.migration.script;

import java.util.ArrayList;
import java.util.List;

/** Splits a header's value or a marker line into words, which are separated by blanks and commas. */
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
