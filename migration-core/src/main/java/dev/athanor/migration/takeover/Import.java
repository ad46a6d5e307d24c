package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what the files and the history of another tool become. Nothing of it is written yet.
 *
 * @param tool the name of the other tool
 * @param ownTable the table in which the other tool keeps its history, which is not compared
 * @param revisions the revisions to write, parents first
 * @param directory every revision of the project with these
 * @param steps the rows of the history, oldest first
 * @param heads the rows of the version table
 * @param notes what has no equivalent, or became something else, one sentence each
 * @param differences what differs between the files and what was applied, one sentence each
 * @param properties the properties that the application needs
 * @param placeholders the values of the placeholders in the revisions
 * @since 0.1.0
 */
public record Import(
        String tool,
        String ownTable,
        List<ImportedRevision> revisions,
        ScriptDirectory directory,
        List<ImportedStep> steps,
        CurrentHeads heads,
        List<String> notes,
        List<String> differences,
        SortedMap<String, String> properties,
        Placeholders placeholders) {

    public Import {
        revisions = List.copyOf(revisions);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** Returns the import with more notes and properties. */
    public Import with(List<String> moreNotes, Map<String, String> moreProperties) {
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(moreNotes);
        SortedMap<String, String> allProperties = new TreeMap<>(properties);
        allProperties.putAll(moreProperties);
        return new Import(
                tool, ownTable, revisions, directory, steps, heads, allNotes, differences, allProperties, placeholders);
    }

    /** Returns the revisions that the database has. */
    public Set<RevisionId> applied() {
        return directory.graph().applied(heads);
    }

    /** Returns the revisions to write that the database does not have, parents first. */
    public List<ImportedRevision> pending() {
        Set<RevisionId> applied = applied();
        return revisions.stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
    }

    /** Returns the revisions in Java, which must be compiled before they can run. */
    public List<ImportedRevision> inJava() {
        return revisions.stream()
                .filter(revision -> revision.form() == ImportedRevision.Form.JAVA)
                .toList();
    }

    /** Returns whether the revisions that the database has can run now, so that the import can be proven. */
    public boolean isProvable() {
        Set<RevisionId> applied = applied();
        return unprovable().stream().noneMatch(revision -> applied.contains(revision.id()));
    }

    /** Returns the revisions that cannot run yet: those in Java, and drafts. */
    public List<ImportedRevision> unprovable() {
        return revisions.stream()
                .filter(revision -> revision.form() == ImportedRevision.Form.JAVA
                        || revision.draft().draft().isPresent())
                .toList();
    }

    /** Returns the properties as lines of a properties file. */
    public List<String> propertyLines() {
        return properties.entrySet().stream().map(Import::line).toList();
    }

    private static String line(Map.Entry<String, String> property) {
        boolean secret = Placeholders.isSecret(property.getKey());
        return property.getKey() + "=" + (secret ? "<the value that the old property has>" : property.getValue());
    }
}
