package dev.athanor.migration.script;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses revision scripts (station 2).
 *
 * @since 0.1.0
 */
public final class ScriptParser {

    private final Placeholders placeholders;

    /**
     * Creates a parser.
     *
     * @param placeholders the values of {@code ${name}}
     */
    public ScriptParser(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Parses each file as a revision script, in the same order.
     *
     * @throws InvalidScriptException if a file has problems; holds those of all files
     */
    public List<RevisionScript> parse(List<ScriptFile> files) {
        List<RevisionScript> scripts = new ArrayList<>();
        List<ScriptProblem> problems = new ArrayList<>();
        for (ScriptFile file : files) {
            try {
                scripts.add(parse(file));
            } catch (InvalidScriptException invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems);
        }
        return scripts;
    }

    /**
     * Parses a file as a revision script. If only its downgrade cannot be read, the result has a {@link
     * Downgrade.Unreadable}.
     *
     * @throws InvalidScriptException if the file has other problems; holds all problems of the file
     */
    public RevisionScript parse(ScriptFile file) {
        Problems problems = new Problems(file.location(), placeholders);
        Layout layout = LayoutReader.read(file.text(), placeholders, problems);
        if (layout.isBlank()) {
            problems.add(1, "The file is empty.", "Write a revision into it, or delete it.");
            problems.throwIfAny();
        }
        Header header = HeaderParser.parse(layout.header(), problems);
        Map<Marker.Kind, Read> sections = sections(file.text(), layout, problems);
        checkUpgrade(layout, problems);
        problems.throwIfAny();
        return script(file, header, sections, problems.ofDowngrade());
    }

    /**
     * Parses a file as a revision script, and requires its downgrade to be readable too.
     *
     * @throws InvalidScriptException if the file has problems; holds all of them
     */
    public RevisionScript parseWhole(ScriptFile file) {
        RevisionScript script = parse(file);
        if (!script.problems().isEmpty()) {
            throw new InvalidScriptException(script.problems());
        }
        return script;
    }

    /** Holds a section and the line that begins it. */
    private record Read(Marker marker, Section section) {}

    private Map<Marker.Kind, Read> sections(String text, Layout layout, Problems problems) {
        Map<Marker.Kind, Marker> first = new EnumMap<>(Marker.Kind.class);
        Map<Marker.Kind, Read> sections = new EnumMap<>(Marker.Kind.class);
        for (Layout.Part part : layout.parts()) {
            Marker marker = part.marker();
            Problems ofSection = problems.of(marker.section());
            Marker earlier = first.putIfAbsent(marker.section(), marker);
            if (earlier == null && marker.section() != Marker.Kind.UNKNOWN) {
                sections.put(marker.section(), new Read(marker, section(text, part, ofSection)));
            } else if (earlier != null) {
                refuseSecond(marker, earlier, ofSection);
            }
        }
        return sections;
    }

    private Section section(String text, Layout.Part part, Problems problems) {
        Marker marker = part.marker();
        Waiver waiver = marker.waiver();
        Section section = new SectionReader(text, placeholders, problems).read(part);
        if (waiver != null
                && marker.section() == Marker.Kind.DOWNGRADE
                && !section.statements().isEmpty()) {
            problems.add(
                    section.statements().get(0).line(),
                    "Section `@downgrade` " + waiver.meaning() + ", and has statements.",
                    "Remove the statements, or the word `" + waiver.word() + "` on line " + marker.line() + ".");
        }
        return section;
    }

    private static void refuseSecond(Marker marker, Marker earlier, Problems problems) {
        if (marker.section() != Marker.Kind.UNKNOWN) {
            problems.add(
                    marker.line(),
                    "Section `@" + marker.section().word() + "` begins a second time, after line " + earlier.line()
                            + ".",
                    "Put its statements into one section.");
        }
    }

    private static void checkUpgrade(Layout layout, Problems problems) {
        if (!layout.hasUpgrade() && !layout.strayCode()) {
            problems.add(
                    1,
                    "The script has no section `@upgrade`.",
                    "Write a line `-- @upgrade` above its statements; at a merge point nothing need follow it.");
        }
    }

    private static RevisionScript script(
            ScriptFile file, Header header, Map<Marker.Kind, Read> sections, List<ScriptProblem> ofDowngrade) {
        Read upgrade = sections.get(Marker.Kind.UPGRADE);
        RevisionId id = header.id();
        if (upgrade == null || id == null) {
            throw new IllegalStateException("A problem of " + file.location() + " was not reported");
        }
        return new RevisionScript(
                new Revision(id, header.downRevisions(), header.dependsOn(), header.branchLabels()),
                header.message(),
                header.createDate(),
                upgrade.section(),
                ofDowngrade.isEmpty()
                        ? downgrade(upgrade.section(), sections.get(Marker.Kind.DOWNGRADE))
                        : new Downgrade.Unreadable(ofDowngrade),
                Checksum.of(file.text()),
                header.draft(),
                file);
    }

    private static Downgrade downgrade(Section upgrade, @Nullable Read read) {
        if (read == null) {
            return new Downgrade.Missing();
        }
        Waiver waiver = read.marker().waiver();
        if (waiver != null) {
            return waiver.downgrade();
        }
        boolean empty =
                read.section().statements().isEmpty() && !upgrade.statements().isEmpty();
        return empty ? new Downgrade.Empty() : new Downgrade.Reversible(read.section());
    }
}
