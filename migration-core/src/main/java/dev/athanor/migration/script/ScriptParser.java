package dev.athanor.migration.script;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads revision scripts (station 2). */
public final class ScriptParser {

    private final Placeholders placeholders;

    /** @param placeholders what {@code ${name}} stands for */
    public ScriptParser(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Each file as a revision script, in the same order.
     *
     * @throws InvalidScriptException with the problems of all the files
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
     * A file as a revision script.
     *
     * @throws InvalidScriptException with all the problems of the file
     */
    public RevisionScript parse(ScriptFile file) {
        Problems problems = new Problems(file.location(), placeholders);
        Layout layout = LayoutReader.read(file.text(), placeholders, problems);
        if (layout.isBlank()) {
            problems.add(1, "The file is empty.", "Write a revision into it, or delete it.");
            problems.throwIfAny();
        }
        Header header = HeaderParser.parse(layout.header(), problems);
        Map<Marker.Kind, Section> sections = sections(file.text(), layout, problems);
        checkUpgrade(layout, problems);
        problems.throwIfAny();
        return script(file, header, layout, sections);
    }

    private Map<Marker.Kind, Section> sections(String text, Layout layout, Problems problems) {
        SectionReader reader = new SectionReader(text, placeholders, problems);
        Map<Marker.Kind, Marker> first = new EnumMap<>(Marker.Kind.class);
        Map<Marker.Kind, Section> sections = new EnumMap<>(Marker.Kind.class);
        for (Layout.Part part : layout.parts()) {
            Marker marker = part.marker();
            Marker earlier = first.putIfAbsent(marker.section(), marker);
            if (earlier == null && marker.section() != Marker.Kind.UNKNOWN) {
                sections.put(marker.section(), section(reader, part, problems));
            } else if (earlier != null) {
                refuseSecond(marker, earlier, problems);
            }
        }
        return sections;
    }

    private static Section section(SectionReader reader, Layout.Part part, Problems problems) {
        Marker marker = part.marker();
        Section section = reader.read(part);
        if (marker.irreversible()
                && marker.section() == Marker.Kind.DOWNGRADE
                && !section.statements().isEmpty()) {
            problems.add(
                    section.statements().get(0).line(),
                    "Section `@downgrade` is irreversible, and has statements.",
                    "Remove the statements, or the word `irreversible` on line " + marker.line() + ".");
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
            ScriptFile file, Header header, Layout layout, Map<Marker.Kind, Section> sections) {
        Section upgrade = sections.get(Marker.Kind.UPGRADE);
        RevisionId id = header.id();
        if (upgrade == null || id == null) {
            throw new IllegalStateException("A problem of " + file.location() + " was not reported");
        }
        return new RevisionScript(
                new Revision(id, header.downRevisions(), header.dependsOn(), header.branchLabels()),
                header.message(),
                header.createDate(),
                upgrade,
                downgrade(layout, upgrade, sections.get(Marker.Kind.DOWNGRADE)),
                Checksum.of(file.text()),
                file);
    }

    private static Downgrade downgrade(Layout layout, Section upgrade, @Nullable Section section) {
        if (section == null) {
            return new Downgrade.Missing();
        }
        if (layout.isIrreversible()) {
            return new Downgrade.Irreversible();
        }
        boolean empty = section.statements().isEmpty() && !upgrade.statements().isEmpty();
        return empty ? new Downgrade.Empty() : new Downgrade.Reversible(section);
    }
}
