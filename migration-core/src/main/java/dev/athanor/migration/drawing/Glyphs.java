package dev.athanor.migration.drawing;

/** The characters of a text drawing. */
public enum Glyphs {
    /** For every terminal. */
    ASCII('*', '~', new Stroke('|', '/', '\\', '_'), new Stroke(':', ',', '.', '.')),
    /** For a terminal that shows box drawing and mathematical signs. */
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

    /** Stands for all lanes that do not fit. */
    char folded() {
        return folded;
    }

    Stroke stroke(Link link) {
        return link == Link.REVISES ? revises : dependsOn;
    }

    /**
     * One kind of line.
     *
     * @param down straight down
     * @param left down to the left
     * @param right down to the right
     * @param across at the foot of a line
     */
    record Stroke(char down, char left, char right, char across) {

        char slope(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }
}
