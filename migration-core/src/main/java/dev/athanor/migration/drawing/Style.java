package dev.athanor.migration.drawing;

import java.util.List;

/** Defines how the parts of a text drawing look. Each method receives plain text and returns it with its colours. */
public interface Style {

    /** Returns every part unchanged. */
    Style PLAIN = new Style() {};

    /** Styles the lines between revisions and past them. */
    default String edges(String text) {
        return text;
    }

    /** Styles the sign that stands for a revision. */
    default String node(String text, List<Mark> marks) {
        return text;
    }

    /** Styles the id of a revision. */
    default String id(String text, List<Mark> marks) {
        return text;
    }

    /** Styles a mark with its parentheses. */
    default String mark(String text, Mark mark) {
        return text;
    }

    /** Styles the branch labels with their brackets. */
    default String labels(String text) {
        return text;
    }

    /** Styles the first line of the message. */
    default String message(String text) {
        return text;
    }
}
