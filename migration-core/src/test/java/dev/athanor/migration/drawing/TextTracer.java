package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Follows the characters of a drawing down from each revision, as a reader does; ids begin with a letter. */
final class TextTracer {

    private static final Pattern ID = Pattern.compile("[a-z]\\w*");

    private final Glyphs glyphs;
    private final List<String> lines;
    private final SortedMap<Integer, String> idAt = new TreeMap<>();

    TextTracer(Glyphs glyphs, List<String> drawing) {
        this.glyphs = glyphs;
        this.lines = new ArrayList<>(withoutLegend(drawing));
        for (int line = 0; line < lines.size(); line++) {
            Matcher id = ID.matcher(lines.get(line));
            if (id.find()) {
                idAt.put(line, id.group());
                lines.set(line, lines.get(line).substring(0, id.start()));
            }
        }
    }

    private static List<String> withoutLegend(List<String> drawing) {
        int end = drawing.size();
        while (end > 0 && !drawing.get(end - 1).contains(" revises ")) {
            end--;
        }
        return end == 0 ? drawing : drawing.subList(0, end - 2);
    }

    /** Returns the ids from top to bottom. */
    List<String> ids() {
        return List.copyOf(idAt.values());
    }

    /**
     * Returns the revisions that the revision at this index of {@link #ids()} needs according to the drawing, and the
     * reasons.
     */
    Map<String, Link> needs(int index) {
        int line = List.copyOf(idAt.keySet()).get(index);
        int place = lines.get(line).indexOf(glyphs.node());
        int next = nextNode(line);
        Map<String, Link> needs = new HashMap<>();
        int straightSeen = next == line + 1 ? next : next - 1;
        if (next < lines.size() && at(straightSeen, place) != ' ') {
            needs.put(follow(next, place, place), straight(line + 1, place));
        }
        for (int upper = line + 1; upper < next; upper++) {
            for (Side side : Side.values()) {
                turn(upper, next, place, side, needs);
            }
        }
        return needs;
    }

    private Link straight(int line, int place) {
        return at(line, place) == glyphs.node() ? Link.REVISES : lane(at(line, place));
    }

    private void turn(int upper, int next, int place, Side side, Map<String, Link> needs) {
        Link link = slope(at(upper, place + side.step()), side);
        if (link == null) {
            return;
        }
        List<Integer> far = far(upper, next, place, side, link);
        far.forEach(away -> needs.put(follow(next, place, place + side.step() * (away + 1)), link));
        int beside = place + 2 * side.step();
        boolean lands = far.isEmpty()
                || at(upper, beside) == glyphs.stroke(link).across() && lane(at(upper + 1, beside)) != null;
        if (lands) {
            needs.put(follow(next, place, beside), link);
        }
        far.forEach(away -> requireUnbroken(upper, place, side, away, link));
    }

    private List<Integer> far(int upper, int next, int place, Side side, Link link) {
        int lower = upper + 1;
        if (lower >= next || at(lower, place + side.step()) != ' ') {
            return List.of();
        }
        return IntStream.iterate(3, away -> away < lines.get(lower).length() + place, away -> away + 2)
                .filter(away -> slope(at(lower, place + side.step() * away), side) == link)
                .boxed()
                .toList();
    }

    private void requireUnbroken(int upper, int place, Side side, int away, Link link) {
        for (int on = 2; on < away; on++) {
            char character = at(upper, place + side.step() * on);
            if (character != glyphs.stroke(link).across() && (on % 2 == 1 || lane(character) == null)) {
                throw new AssertionError("line " + upper + " breaks off " + on + " beside " + place);
            }
        }
    }

    /** Follows a lane that has arrived right of the revision, and that may move to the left before the next row. */
    private String follow(int next, int from, int to) {
        return follow(next, to > from && closesUp(next - 1, to) ? to - 2 : to);
    }

    private String follow(int start, int lane) {
        int place = lane;
        int line = start;
        while (at(line, place) != glyphs.node()) {
            if (closesUp(line, place)) {
                place -= 2;
            } else if (lane(at(line, place)) == null) {
                throw new AssertionError("lane at " + place + " breaks off at line " + line);
            }
            line++;
        }
        return idAt.get(line);
    }

    private boolean closesUp(int line, int place) {
        return lane(at(line, place)) == null && slope(at(line, place - 1), Side.LEFT) != null;
    }

    private int nextNode(int line) {
        int next = line + 1;
        while (next < lines.size() && !idAt.containsKey(next)) {
            next++;
        }
        return next;
    }

    private char at(int line, int place) {
        String text = lines.get(line);
        return place < 0 || place >= text.length() ? ' ' : text.charAt(place);
    }

    private Link lane(char character) {
        return link(
                character,
                glyphs.stroke(Link.REVISES).down(),
                glyphs.stroke(Link.DEPENDS_ON).down());
    }

    private Link slope(char character, Side side) {
        return link(
                character,
                glyphs.stroke(Link.REVISES).slope(side),
                glyphs.stroke(Link.DEPENDS_ON).slope(side));
    }

    private static Link link(char character, char revises, char dependsOn) {
        return character == revises ? Link.REVISES : character == dependsOn ? Link.DEPENDS_ON : null;
    }
}
