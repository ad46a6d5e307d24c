package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The files for the platform, against what they refer to: the image's layers, ports, paths, properties, metrics. */
@ExtendWith(PostgresExtension.class)
class OpsFilesIT {

    private static final Path OPS = Path.of("ops");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** What Prometheus adds to each series, and what comes from another exporter. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

    private static final Pattern METRIC = Pattern.compile("\\b(migration_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(?:=~|!=|=|!~)\"");

    @TempDir
    private static Path image;

    /** What the Dockerfile does, with the tools that the Dockerfile uses. */
    @BeforeAll
    static void buildTheImage() throws Exception {
        List<String> dockerfile = Files.readAllLines(OPS.resolve("Dockerfile"));
        assertThat(dockerfile).contains("COPY demo-app/target/demo-app-*.jar app.jar");
        Path build = Files.createDirectory(image.resolve("build"));
        Files.copy(Path.of(System.getProperty("demo.jar")), build.resolve("app.jar"));
        String run = line(dockerfile, "RUN ");
        Process extract = new ProcessBuilder(List.of("sh", "-c", run.replaceFirst("^java", JAVA.toString())))
                .directory(build.toFile())
                .inheritIO()
                .start();
        assertThat(extract.waitFor()).isZero();
        for (String copy : dockerfile) {
            if (copy.startsWith("COPY --from=layers ")) {
                Path layer = image.resolve(copy.split(" ")[2].substring(1));
                assertThat(layer).isDirectory();
                FileSystemUtils.copyRecursively(layer, image.resolve("app"));
            }
        }
        try (Stream<Path> layers = Files.list(build.resolve("layers"))) {
            assertThat(layers.map(layer -> layer.getFileName().toString()))
                    .allMatch(layer -> dockerfile.stream().anyMatch(copy -> copy.contains("layers/" + layer + "/")));
        }
        assertThat(line(dockerfile, "USER ")).isEqualTo("10001:10001");
        assertThat(line(dockerfile, "ENTRYPOINT ")).endsWith("\"-jar\", \"app.jar\"]");
    }

    private static String line(List<String> lines, String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(beginning.length());
    }

    @Test
    void theSimpleVariantUpgradesServesAndIsMeasured(TestDatabase database) throws Exception {
        List<Manifest> manifests = Manifest.read(OPS.resolve("kubernetes/deployment.yaml"));
        Manifest deployment = only(manifests, "Deployment");
        Manifest service = only(manifests, "Service");
        Manifest container = deployment.container();

        assertThat(service.at("spec", "selector").value())
                .isEqualTo(deployment.pod().at("metadata", "labels").value());
        assertThat(container.port(service.at("spec").list("ports").get(0).text("targetPort")))
                .isEqualTo(8080);
        Manifest scrape = deployment.pod().at("metadata", "annotations");
        assertThat(scrape.text("prometheus.io/port")).isEqualTo("8080");
        try (DemoProcess demo = start(container, database)) {
            answersItsProbes(container, demo, Map.of(8080, demo.port()));
            String live = demo.body(scrape.text("prometheus.io/path"));
            knowsEveryMetric(live, Files.readString(OPS.resolve("prometheus/rules.yaml")));
            knowsEveryMetric(live, Files.readString(OPS.resolve("grafana/dashboard.json")));
        }
    }

    @Test
    void theJobMigratesThePodsOnlyServeAndTheDailyCheckIsContent(TestDatabase database) throws Exception {
        List<Manifest> manifests = Manifest.read(OPS.resolve("kubernetes/job-before-deployment.yaml"));
        Manifest check = only(Manifest.read(OPS.resolve("kubernetes/cronjob.yaml")), "CronJob");
        Manifest container = only(manifests, "Deployment").container();

        assertThat(run(check.container(), database)).isEqualTo(3);
        int management = DemoProcess.freePort();
        try (DemoProcess demo = start(container, database, "--management.server.port=" + management)) {
            assertThat(demo.answers("/livez", 200)).isTrue();
            assertThat(demo.answers("/readyz", 503)).isTrue();

            assertThat(run(only(manifests, "Job").container(), database)).isZero();

            answersItsProbes(container, demo, Map.of(8080, demo.port(), 8081, management));
        }
        assertThat(container.port("management"))
                .isEqualTo(Integer.parseInt(
                        container.environment(secrets(database)).get("MANAGEMENT_SERVER_PORT")));
        assertThat(run(check.container(), database)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployment.yaml", "job-before-deployment.yaml", "cronjob.yaml"})
    void eachVariableIsAPropertyAndNothingRunsWithRights(String file) throws Exception {
        Set<String> variables = variables();
        for (Manifest manifest : Manifest.read(OPS.resolve("kubernetes").resolve(file))) {
            if (manifest.kind().equals("Service")) {
                continue;
            }
            Manifest container = manifest.container();
            assertThat(container.list("env"))
                    .extracting(entry -> entry.text("name").replace("_", ""))
                    .isSubsetOf(variables);
            assertThat(manifest.pod().text("spec", "securityContext", "runAsNonRoot"))
                    .isEqualTo("true");
            assertThat(container.text("securityContext", "readOnlyRootFilesystem"))
                    .isEqualTo("true");
            assertThat(manifest.pod().at("spec").list("volumes"))
                    .extracting(volume -> volume.text("name"))
                    .containsAll(container.list("volumeMounts").stream()
                            .map(mount -> mount.text("name"))
                            .toList());
        }
    }

    /** As the environment writes them, without anything between words. */
    private static Set<String> variables() throws IOException {
        Set<String> variables = new TreeSet<>(Set.of("SPRINGAPPLICATIONVERSION"));
        Pattern name = Pattern.compile("\"name\": \"([a-z0-9.-]+)\"");
        var files = OpsFilesIT.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        while (files.hasMoreElements()) {
            try (var in = files.nextElement().openStream()) {
                name.matcher(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .results()
                        .map(match -> match.group(1).replaceAll("[.-]", "").toUpperCase(Locale.ROOT))
                        .forEach(variables::add);
            }
        }
        return variables;
    }

    private static Manifest only(List<Manifest> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> secrets(TestDatabase database) {
        return Map.of("url", database.url(), "username", database.user(), "password", database.password());
    }

    private static DemoProcess start(Manifest container, TestDatabase database, String... arguments)
            throws IOException {
        return DemoProcess.start(
                image.resolve("app/app.jar"), container.environment(secrets(database)), List.of(), arguments);
    }

    /** The exit code of a container that runs a command. */
    private static int run(Manifest container, TestDatabase database) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", "app.jar"));
        container.list("args").forEach(argument -> command.add(argument.value().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(image.resolve("app").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(container.environment(secrets(database)));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void answersItsProbes(Manifest container, DemoProcess demo, Map<Integer, Integer> ports)
            throws Exception {
        for (String probe : container.probes().toList()) {
            Manifest get = container.at(probe, "httpGet");
            assertThat(ports.get(container.port(get.text("port")))).isEqualTo(demo.port());
            assertThat(demo.answers(get.text("path"), 200))
                    .as(probe + "\n" + demo.output())
                    .isTrue();
        }
    }

    private static void knowsEveryMetric(String live, String file) {
        Map<String, Set<String>> labels = labels(live);
        String text =
                file.replace("\\\"", "\"").replaceAll("label_values\\(", "").replaceAll("\\s+", " ");
        List<String> used = new ArrayList<>();
        METRIC.matcher(text).results().forEach(match -> {
            used.add(match.group(1));
            assertThat(labels).containsKey(match.group(1));
            String selected = match.group(2) == null ? "" : match.group(2);
            assertThat(LABEL.matcher(selected).results().map(label -> label.group(1)))
                    .as(match.group())
                    .allMatch(label -> OF_PROMETHEUS.contains(label)
                            || labels.get(match.group(1)).contains(label));
        });
        Set<String> all = labels.entrySet().stream()
                .filter(entry -> used.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
        all.addAll(OF_PROMETHEUS);
        assertThat(GROUPED.matcher(text)
                        .results()
                        .flatMap(match -> Stream.of(match.group(1).split(", "))))
                .isSubsetOf(all);
        assertThat(used).hasSizeGreaterThan(4);
    }

    private static Map<String, Set<String>> labels(String live) {
        Map<String, Set<String>> labels = new HashMap<>();
        live.lines().filter(line -> line.startsWith("migration_")).forEach(line -> {
            String name = line.replaceAll("[{ ].*", "");
            Set<String> known = labels.computeIfAbsent(name, key -> new TreeSet<>());
            LABEL.matcher(line).results().forEach(label -> known.add(label.group(1)));
        });
        return labels;
    }
}
