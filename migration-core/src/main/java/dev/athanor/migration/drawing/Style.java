package dev.athanor.migration.drawing;

import java.util.List;

/** How the parts of a text drawing look: each is handed over as plain text and comes back with its colour. */
public interface Style {

    /** As it is. */
    Style PLAIN = new Style() {};

    /** The lines between revisions and past them. */
    default String edges(String text) {
        return text;
    }

    /** The sign that stands for a revision. */
    default String node(String text, List<Mark> marks) {
        return text;
    }

    /** The id of a revision. */
    default String id(String text, List<Mark> marks) {
        return text;
    }

    /** A mark with its parentheses. */
    default String mark(String text, Mark mark) {
        return text;
    }

    /** The branch labels with their brackets. */
    default String labels(String text) {
        return text;
    }

    /** The first line of the message. */
    default String message(String text) {
        return text;
    }
}
