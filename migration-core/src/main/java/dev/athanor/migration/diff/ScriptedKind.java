package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ScriptedOperation.AlterObject;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.ScriptedOperation.DropObject;
import dev.athanor.migration.rendering.ScriptedText;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares objects that are defined by the statements that create them. An object whose statements differ is dropped
 * and created again, except for a publication: its subscribers go on while its options change.
 */
final class ScriptedKind implements ElementKind<ScriptedObject>, ImpactAnalysis.KindSteps<ScriptedObject> {

    static List<DiffStep> steps(ObjectKind kind, ImpactAnalysis analysis) {
        return analysis.steps(
                of(kind, analysis.comparison().from().all(ScriptedObject.class)),
                of(kind, analysis.comparison().to().all(ScriptedObject.class)),
                ScriptedObject::object,
                new ScriptedKind());
    }

    private static List<ScriptedObject> of(ObjectKind kind, List<ScriptedObject> all) {
        return all.stream().filter(one -> one.object().kind() == kind).toList();
    }

    @Override
    public Impact impact(ScriptedObject before, ScriptedObject after, Comparison comparison) {
        return before.statements().equals(after.statements()) || PublicationOptions.onlyDiffer(before, after)
                ? Impact.NONE
                : Impact.RECREATED;
    }

    @Override
    public void describe(ScriptedObject before, ScriptedObject after, DifferenceLines lines) {
        lines.addLong("definition", before.statements(), after.statements());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(ScriptedObject one) {
        return List.of(DiffStep.drop(dropped(one.object().kind()), new DropObject(one), one.object()));
    }

    @Override
    public List<DiffStep> create(ScriptedObject one) {
        return List.of(DiffStep.make(created(one.object().kind()), new CreateObject(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(ScriptedObject from, ScriptedObject to) {
        List<DiffStep> steps = new ArrayList<>();
        if (!from.statements().equals(to.statements())) {
            AlterObject change = new AlterObject(
                    to.object(),
                    List.of(PublicationOptions.change(from, to)),
                    List.of(PublicationOptions.change(to, from)));
            steps.add(DiffStep.alter(created(to.object().kind()), change, to.object()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            steps.add(DiffStep.plain(StepPriority.COMMENT, comment(to.object(), from, to)));
        }
        return steps;
    }

    private static AlterObject comment(SchemaObject object, ScriptedObject from, ScriptedObject to) {
        return new AlterObject(
                object,
                List.of(ScriptedText.comment(object, to.comment())),
                List.of(ScriptedText.comment(object, from.comment())));
    }

    private static StepPriority created(ObjectKind kind) {
        return switch (kind) {
            case COLLATION, BASE_TYPE, RANGE_TYPE -> StepPriority.CREATE_TYPE;
            case STATISTICS, RULE, POLICY, PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                StepPriority.CREATE_TRIGGER;
            case EVENT_TRIGGER -> StepPriority.CREATE_EVENT_TRIGGER;
            case FOREIGN_TABLE -> StepPriority.CREATE_TABLE;
            default -> StepPriority.CREATE_FUNCTION;
        };
    }

    private static StepPriority dropped(ObjectKind kind) {
        return switch (kind) {
            case COLLATION, BASE_TYPE, RANGE_TYPE -> StepPriority.DROP_TYPE;
            case STATISTICS, RULE, POLICY, PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                StepPriority.DROP_TRIGGER;
            case EVENT_TRIGGER -> StepPriority.DROP_EVENT_TRIGGER;
            case FOREIGN_TABLE -> StepPriority.DROP_TABLE;
            default -> StepPriority.DROP_FUNCTION;
        };
    }
}

/** Changes the options of a publication in place. */
final class PublicationOptions {

    private static final Pattern OPTION = Pattern.compile("(\\w+) = ('[^']*'|\\w+)");

    private static final String WITH = " WITH (";

    private static final Map<String, String> DEFAULTS = Map.of(
            "publish", "'insert, update, delete, truncate'",
            "publish_via_partition_root", "false",
            "publish_generated_columns", "none");

    private PublicationOptions() {}

    static boolean onlyDiffer(ScriptedObject from, ScriptedObject to) {
        return from.object().kind() == ObjectKind.PUBLICATION && without(from).equals(without(to));
    }

    /** Returns the statement that gives the publication its new options. */
    static String change(ScriptedObject from, ScriptedObject to) {
        Map<String, String> options = new TreeMap<>();
        options(from).keySet().forEach(name -> options.put(name, DEFAULTS.getOrDefault(name, "")));
        options.putAll(options(to));
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = " + option.getValue())
                .collect(Collectors.joining(
                        ", ",
                        "ALTER PUBLICATION " + new Identifier(to.object().name().name()).quotedIfNeeded() + " SET (",
                        ")"));
    }

    private static Map<String, String> options(ScriptedObject publication) {
        String statement = statement(publication);
        Map<String, String> options = new TreeMap<>();
        Matcher found = OPTION.matcher(statement.substring(without(publication).length()));
        while (found.find()) {
            options.put(found.group(1), found.group(2));
        }
        return options;
    }

    private static String without(ScriptedObject publication) {
        String statement = statement(publication);
        int end = statement.lastIndexOf(WITH);
        return end < 0 ? statement : statement.substring(0, end);
    }

    private static String statement(ScriptedObject publication) {
        return publication.statements().get(0);
    }
}
