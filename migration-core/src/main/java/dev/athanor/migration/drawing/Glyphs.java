package dev.athanor.migration.drawing;

/** Defines the characters of a text drawing. */
public enum Glyphs {
    /** Uses characters that every terminal shows. */
    ASCII('*', '~', new Stroke('|', '/', '\\', '_'), new Stroke(':', ',', '.', '.')),
    /** Uses box drawing and mathematical characters. */
    UNICODE('●', '≀', new Stroke('│', '╱', '╲', '─'), new Stroke('┊', '⋰', '⋱', '┈'));

    private final char node;
    private final char folded;
    private final Stroke revises;
    private final Stroke dependsOn;

    Glyphs(char node, char folded, Stroke revises, Stroke dependsOn) {
        this.node = node;
        this.folded = folded;
        this.revises = revises;
        this.dependsOn = dependsOn;
    }

    char node() {
        return node;
    }

    /** Returns the character that stands for all lanes that do not fit. */
    char folded() {
        return folded;
    }

    Stroke stroke(Link link) {
        return link == Link.REVISES ? revises : dependsOn;
    }

    /**
     * Holds the characters of one kind of line.
     *
     * @param down straight down
     * @param left down to the left
     * @param right down to the right
     * @param across along the bottom of a line
     */
    record Stroke(char down, char left, char right, char across) {

        char slope(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }
}
