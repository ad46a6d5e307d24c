package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedPackagesTests {

    private static final Pattern CHECKED = Pattern.compile("<api.packages>(.*)</api.packages>");

    private static final Pattern TYPE =
            Pattern.compile("^(@\\w+ )?public ([a-z-]+ )*(class|interface|@interface|enum|record) ", Pattern.MULTILINE);

    private static final Pattern SINCE = Pattern.compile("^ \\* @since \\d+\\.\\d+\\.\\d+\n \\*/\n", Pattern.MULTILINE);

    /** The compiler checks the Javadoc of these packages, and japicmp their compatibility. */
    @ParameterizedTest
    @ValueSource(strings = {"migration-core", "migration-spring-boot-autoconfigure", "migration-test"})
    void theBuildChecksWhatAModuleExports(String module) throws IOException {
        ExportedPackages exported = ExportedPackages.of(module);
        Matcher checked = CHECKED.matcher(Files.readString(exported.module().resolve("pom.xml")));

        assertThat(checked.find()).isTrue();
        assertThat(checked.group(1).split(",")).containsExactlyInAnyOrderElementsOf(exported.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration-core", "migration-spring-boot-autoconfigure", "migration-test"})
    void everyPublicTypeTellsSinceWhichVersionItIsThere(String module) throws IOException {
        List<String> silent = new ArrayList<>();
        int types = 0;
        for (Path source : ExportedPackages.of(module).sources()) {
            String text = Files.readString(source);
            Matcher type = TYPE.matcher(text);
            if (type.find()) {
                types++;
                if (!SINCE.matcher(text.substring(0, type.start())).find()) {
                    silent.add(source.getFileName().toString());
                }
            }
        }

        assertThat(types).isPositive();
        assertThat(silent).isEmpty();
    }

    /** Components of records are values, which may be null where they say so; so is a comment, which most elements have as one. */
    @Test
    void methodsThatMayHaveNothingToReturnReturnOptional() throws IOException {
        List<String> exported = ExportedPackages.of("migration-core").names();
        List<String> nullable = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.athanor.migration")) {
            if (exported.contains(type.getPackageName())
                    && Modifier.isPublic(type.reflect().getModifiers())) {
                Stream.of(type.reflect().getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                        .filter(method -> !isComponent(method))
                        .map(method -> type.getSimpleName() + "." + method.getName())
                        .forEach(nullable::add);
            }
        }

        assertThat(nullable).containsExactlyInAnyOrder("Comments.of", "Extension.comment", "SchemaElement.comment");
    }

    private static boolean isComponent(Method method) {
        return method.getDeclaringClass().isRecord()
                && Stream.of(method.getDeclaringClass().getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }
}
