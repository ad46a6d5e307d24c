package dev.athanor.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.NewRevision;
import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.RandomGraphs;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that every command that an error advises succeeds on the same graph and rows, and does something. */
class AdvicePropertyTests {

    private static final int GRAPHS = 2_000;
    private static final Pattern ADVISED = Pattern.compile("`migration ([^`]+)`|upgrade to `([^`]+)`");
    private static final List<String> ANYWHERE = List.of(
            "head",
            "heads",
            "base",
            "current",
            "+1",
            "+2",
            "+7",
            "+0",
            "-1",
            "-2",
            "-7",
            "zz",
            "zz@head",
            "",
            " ",
            "head-1",
            "heads-1",
            "base+1",
            "base+9",
            "current+1",
            "a:b:c");
    private static final List<String> ON_BRANCH =
            List.of("head", "heads", "base", "current", "+1", "+2", "+7", "-1", "-2", "-7", "zz", "head-1", "heads-2");

    /** Holds a graph, and rows that it could mostly have led to. */
    private record Setting(ScriptDirectory directory, CurrentHeads rows, Random random) {

        static Setting of(List<Revision> revisions) {
            return of(TestScripts.directory(revisions), new Random(revisions.hashCode()));
        }

        static Setting of(ScriptDirectory directory, Random random) {
            RevisionGraph graph = directory.graph();
            List<RevisionId> ids = graph.revisions().stream().map(Revision::id).toList();
            List<RevisionId> reached = new ArrayList<>();
            for (int chance = random.nextInt(5); chance > 0; chance--) {
                reached.add(ids.get(random.nextInt(ids.size())));
            }
            CurrentHeads rows = random.nextInt(8) == 0 ? CurrentHeads.of(reached) : graph.headsOf(reached);
            return new Setting(directory, rows, random);
        }

        RevisionGraph graph() {
            return directory.graph();
        }

        String any() {
            List<Revision> revisions = graph().revisions();
            List<String> labels = graph().branchLabels();
            return labels.isEmpty() || random.nextInt(3) > 0
                    ? revisions.get(random.nextInt(revisions.size())).id().value()
                    : labels.get(random.nextInt(labels.size()));
        }

        /** Returns every form of a target, with random names. */
        List<String> targets() {
            List<String> targets = new ArrayList<>(ANYWHERE);
            String branch = any();
            ON_BRANCH.forEach(each -> targets.add(branch + "@" + each));
            targets.addAll(List.of(any(), any(), any() + "+1", any() + "-1", any() + "+4", any() + "-4"));
            targets.addAll(List.of(any() + "@" + any(), any() + "@" + any(), any() + "@" + any() + "-1"));
            rows.ids().forEach(row -> targets.add(row + "@-1"));
            Collections.shuffle(targets, random);
            return targets.subList(0, 5);
        }

        List<String> ranges() {
            List<String> some = targets();
            return List.of(
                    some.get(0) + ":" + some.get(1),
                    some.get(2) + ":",
                    ":" + some.get(3),
                    some.get(4),
                    "current:current");
        }

        TypedPlanner planner() {
            return new TypedPlanner(directory);
        }

        TargetResolver resolver() {
            return new TargetResolver(graph(), rows);
        }
    }

    private final Map<TargetException.Kind, Integer> kinds = new EnumMap<>(TargetException.Kind.class);
    private final Map<String, Integer> followed = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void whatIsAdvisedWorksOnTheSameGraphAndRows() {
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            for (String target : setting.targets()) {
                provoke(setting, "upgrade " + target, () -> setting.planner().upgrade(setting.rows(), List.of(target)));
                provoke(setting, "downgrade " + target, () -> setting.planner().downgrade(setting.rows(), target));
                provoke(setting, "stamp " + target, () -> setting.planner()
                        .stamp(setting.rows(), List.of(target), StampMode.MOVE));
                provoke(setting, "show " + target, () -> setting.resolver().show(Target.parse(target)));
                provoke(setting, "verify " + target, () -> setting.resolver().start(Target.parse(target)));
                provoke(setting, "revision --head " + target, () -> setting.resolver()
                        .newRevision(List.of(Target.parse(target)), Splice.REFUSED, List.of()));
                provoke(setting, "revision --depends-on " + target, () -> setting.resolver()
                        .newRevision(List.of(Target.parse("base")), Splice.REFUSED, List.of(Target.parse(target))));
                provoke(setting, "merge " + target, () -> setting.resolver()
                        .mergePoint(List.of(Target.parse(target)), Splice.REFUSED, List.of()));
            }
            for (String range : setting.ranges()) {
                provoke(setting, "history -r " + range, () -> setting.resolver().history(TargetRange.parse(range)));
                provoke(setting, "upgrade --sql " + range, () -> setting.planner()
                        .offlineUpgrade(range));
                provoke(setting, "downgrade --sql " + range, () -> setting.planner()
                        .offlineDowngrade(range));
                provoke(setting, "stamp --sql " + range, () -> setting.planner().offlineStamp(List.of(range)));
                provoke(setting, "upgrade " + range, () -> setting.planner().upgrade(setting.rows(), List.of(range)));
                provoke(setting, "downgrade " + range, () -> setting.planner().downgrade(setting.rows(), range));
            }
            provoke(setting, "upgrade", () -> setting.planner().upgrade(setting.rows(), List.of()));
            provoke(setting, "stamp", () -> setting.planner().stamp(setting.rows(), List.of(), StampMode.MOVE));
            provoke(setting, "merge", () -> setting.resolver().mergePoint(List.of(), Splice.REFUSED, List.of()));
            provoke(setting, "stamp --sql", () -> setting.planner().offlineStamp(List.of()));
        });

        assertThat(failures).isEmpty();
        assertThat(kinds.keySet())
                .containsAll(Arrays.stream(TargetException.Kind.values())
                        .filter(kind -> !Set.of(
                                        TargetException.Kind.NOT_AT_HEADS,
                                        TargetException.Kind.AMBIGUOUS_PREFIX,
                                        TargetException.Kind.UNKNOWN_CURRENT)
                                .contains(kind))
                        .toList());
        assertThat(followed.keySet()).contains("upgrade", "downgrade", "stamp", "merge", "history", "show");
    }

    @Test
    void whatIsAdvisedInPlaceOfADowngradeWithoutAWayBackWorks() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            Random random = new Random(revisions.hashCode());
            Map<String, Downgrade> downgrades = new HashMap<>();
            revisions.forEach(revision -> {
                if (random.nextInt(4) == 0) {
                    downgrades.put(revision.id().value(), new Downgrade.Irreversible());
                }
            });
            Setting setting = Setting.of(TestScripts.directory(revisions, downgrades), random);
            for (String target : List.of(
                    "base", "-1", "-3", setting.any(), setting.any(), setting.any() + "@base", setting.any() + "@-1")) {
                try {
                    setting.planner().downgrade(setting.rows(), target);
                } catch (DowngradeRefusedException refused) {
                    follow(setting, "downgrade " + target, refused);
                } catch (TargetException refused) {
                    follow(setting, "downgrade " + target, refused);
                }
            }
        });

        assertThat(failures).isEmpty();
        assertThat(followed).containsKeys("downgrade", "stamp");
    }

    private void provoke(Setting setting, String typed, Supplier<Object> command) {
        try {
            assertThat(command.get()).isNotNull();
        } catch (TargetException refused) {
            kinds.merge(refused.kind(), 1, Integer::sum);
            follow(setting, typed, refused);
        }
    }

    private void follow(Setting setting, String typed, MigrationException refused) {
        assertThat(refused.action()).as(typed).isNotBlank();
        Matcher advised = ADVISED.matcher(refused.getMessage());
        while (advised.find()) {
            String command = advised.group(1) == null ? "upgrade " + advised.group(2) : advised.group(1);
            followed.merge(command.split(" ")[0], 1, Integer::sum);
            try {
                if (!moves(setting, command)) {
                    failures.add("`" + command + "` moves nothing: " + circumstances(setting, typed, refused));
                }
            } catch (MigrationException again) {
                failures.add("`" + command + "` is refused: " + circumstances(setting, typed, refused) + "\nbecause: "
                        + again.getMessage());
            }
        }
    }

    private static String circumstances(Setting setting, String typed, MigrationException refused) {
        return typed + " at " + setting.rows() + "\n" + refused.getMessage() + "\n"
                + setting.graph().revisions();
    }

    private static boolean moves(Setting setting, String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        String verb = words.remove(0);
        boolean sql = words.remove("--sql");
        boolean purge = words.remove("--purge");
        String some = setting.graph().revisions().get(0).id().value();
        words.replaceAll(word -> word.equals("<revision>") ? some : word);
        TypedPlanner planner = setting.planner();
        return switch (verb) {
            case "upgrade" ->
                !(sql ? planner.offlineUpgrade(words.get(0)) : planner.upgrade(setting.rows(), words)).isEmpty();
            case "downgrade" ->
                !(sql ? planner.offlineDowngrade(words.get(0)) : planner.downgrade(setting.rows(), words.get(0)))
                        .isEmpty();
            case "stamp" ->
                command.contains("<")
                        || !(sql
                                        ? planner.offlineStamp(words)
                                        : planner.stamp(
                                                setting.rows(), words, purge ? StampMode.PURGE : StampMode.MOVE))
                                .isEmpty();
            case "show" -> !setting.resolver().show(Target.parse(words.get(0))).isEmpty();
            case "verify" ->
                setting.resolver().start(Target.parse(words.get(0))).isPresent();
            case "history" ->
                words.isEmpty()
                        || words.equals(List.of("-i"))
                        || !setting.resolver()
                                .history(TargetRange.parse(words.get(1)))
                                .isEmpty();
            case "merge" -> merges(setting, words);
            case "revision" -> revises(setting, words);
            // "write its downgrade and accept the changed script with": there is no changed script here
            case "repair" -> words.isEmpty();
            case "heads", "current" -> words.isEmpty();
            default -> throw new AssertionError(command);
        };
    }

    private static boolean merges(Setting setting, List<String> words) {
        List<RevisionId> merged = setting.resolver()
                .mergePoint(words.stream().map(Target::parse).toList(), Splice.REFUSED, List.of())
                .downRevisions();
        return merged.size() > 1
                && merged.stream()
                        .noneMatch(upper ->
                                setting.graph().ancestorsAndSelf(List.of(upper), EdgeKind.DOWN_REVISIONS).stream()
                                        .anyMatch(lower -> !lower.equals(upper) && merged.contains(lower)));
    }

    private static boolean revises(Setting setting, List<String> words) {
        boolean head = words.get(0).equals("--head");
        NewRevision revision = setting.resolver()
                .newRevision(
                        List.of(Target.parse(head ? words.get(1) : "head")),
                        words.contains("--splice") ? Splice.ALLOWED : Splice.REFUSED,
                        head ? List.of() : List.of(Target.parse(words.get(1))));
        return !revision.downRevisions().isEmpty();
    }
}
