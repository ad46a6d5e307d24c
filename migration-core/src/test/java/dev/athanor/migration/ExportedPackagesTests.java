package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application can call, by the descriptors of the modules of this build. */
class ExportedPackagesTests {

    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    private static final Pattern CHECKED = Pattern.compile("<api.packages>(.*)</api.packages>");

    private static final Pattern TYPE =
            Pattern.compile("^(@\\w+ )?public ([a-z-]+ )*(class|interface|@interface|enum|record) ", Pattern.MULTILINE);

    private static final Pattern SINCE = Pattern.compile("^ \\* @since \\d+\\.\\d+\\.\\d+\n \\*/\n", Pattern.MULTILINE);

    /** The compiler checks the Javadoc of these packages, and japicmp their compatibility. */
    @ParameterizedTest
    @ValueSource(strings = {"migration-core", "migration-spring-boot-autoconfigure", "migration-test"})
    void theBuildChecksWhatAModuleExports(String module) throws IOException {
        Matcher checked = CHECKED.matcher(Files.readString(Path.of("..", module, "pom.xml")));

        assertThat(checked.find()).isTrue();
        assertThat(List.of(checked.group(1).split(","))).containsExactlyInAnyOrderElementsOf(exported(module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration-core", "migration-spring-boot-autoconfigure", "migration-test"})
    void everyPublicTypeTellsSinceWhichVersionItIsThere(String module) throws IOException {
        List<String> types = exported(module).stream()
                .flatMap(name -> publicTypes(sources(module).resolve(name.replace('.', '/'))))
                .toList();

        assertThat(types).isNotEmpty().allSatisfy(type -> assertThat(type).containsPattern(SINCE));
    }

    private static List<String> exported(String module) throws IOException {
        return EXPORT.matcher(Files.readString(sources(module).resolve("module-info.java")))
                .results()
                .map(export -> export.group(1))
                .toList();
    }

    private static Path sources(String module) {
        return Path.of("..", module, "src/main/java");
    }

    /** Returns, of each source with a public type, what stands before the type's name. */
    private static Stream<String> publicTypes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream()
                    .flatMap(ExportedPackagesTests::publicType);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> publicType(Path file) {
        try {
            String text = Files.readString(file);
            return TYPE.matcher(text)
                    .results()
                    .map(MatchResult::end)
                    .map(end -> text.substring(0, end))
                    .limit(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
