package dev.athanor.migration.autoconfigure.lint;

import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lint.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes a report of lint as a SARIF 2.1.0 log, which code scanning reads. */
public final class SarifLog {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private final String version;
    private final Collection<LintRule> applied;
    private final UnaryOperator<String> places;

    /**
     * Creates a writer.
     *
     * @param version the version of Athanor; blank if it is unknown
     * @param applied the rules that were applied
     * @param places returns the path of a script in the repository
     */
    public SarifLog(String version, Collection<LintRule> applied, UnaryOperator<String> places) {
        this.version = version;
        this.applied = List.copyOf(applied);
        this.places = places;
    }

    /** Returns the log as maps and lists. */
    public Map<String, Object> of(LintReport report) {
        List<LintRule> rules = rules(report);
        List<String> files = files(report);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(rules)));
        run.put("invocations", List.of(Map.of("executionSuccessful", true)));
        run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", text("The root folder of the repository."))));
        run.put("artifacts", files.stream().map(this::artifact).toList());
        run.put(
                "results",
                report.findings().stream()
                        .map(finding -> result(finding, rules, files))
                        .toList());
        run.put("columnKind", "utf16CodeUnits");
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private List<LintRule> rules(LintReport report) {
        return Stream.concat(applied.stream(), report.findings().stream().map(LintFinding::rule))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> files(LintReport report) {
        return List.copyOf(new LinkedHashSet<>(
                report.findings().stream().map(LintFinding::file).toList()));
    }

    private Map<String, Object> driver(List<LintRule> rules) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Athanor migration lint");
        if (!version.isBlank()) {
            driver.put("version", version);
        }
        driver.put("rules", rules.stream().map(SarifLog::rule).toList());
        return driver;
    }

    private static Map<String, Object> rule(LintRule rule) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", rule.id());
        described.put("shortDescription", text(rule.id().replace('-', ' ')));
        described.put("fullDescription", text(rule.hazard()));
        described.put("help", text(rule.hazard() + " " + rule.safeWay()));
        described.put("defaultConfiguration", Map.of("enabled", rule.isOnByDefault(), "level", level(rule.severity())));
        return described;
    }

    private Map<String, Object> artifact(String file) {
        return Map.of("location", location(file));
    }

    private Map<String, Object> location(String file) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("uri", uri(places.apply(file)));
        location.put("uriBaseId", ROOT);
        return location;
    }

    private Map<String, Object> result(LintFinding finding, List<LintRule> rules, List<String> files) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule().id());
        result.put("ruleIndex", rules.indexOf(finding.rule()));
        result.put("level", level(finding.severity()));
        result.put("message", text(LintText.message(finding) + " " + finding.safeWay()));
        result.put("locations", List.of(Map.of("physicalLocation", physical(finding, files))));
        result.put("partialFingerprints", Map.of("statement/v1", fingerprint(finding)));
        finding.allowed().ifPresent(reason -> result.put("suppressions", List.of(suppression(reason))));
        return result;
    }

    private Map<String, Object> physical(LintFinding finding, List<String> files) {
        Map<String, Object> artifact = location(finding.file());
        artifact.put("index", files.indexOf(finding.file()));
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        if (finding.line() > 0) {
            physical.put("region", Map.of("startLine", finding.line()));
        }
        return physical;
    }

    /** Returns what stays the same if lines are added above the statement. */
    private static String fingerprint(LintFinding finding) {
        List<String> parts = new ArrayList<>(List.of(
                finding.revision().value(),
                finding.place().section().word(),
                String.valueOf(finding.place().number()),
                finding.rule().id(),
                finding.object()));
        return String.join(":", parts);
    }

    private static Map<String, Object> suppression(String reason) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "inSource");
        suppression.put("status", "accepted");
        suppression.put("justification", reason);
        return suppression;
    }

    private static String level(Severity severity) {
        return severity.word();
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The path " + path + " cannot be a URI.", e);
        }
    }
}
