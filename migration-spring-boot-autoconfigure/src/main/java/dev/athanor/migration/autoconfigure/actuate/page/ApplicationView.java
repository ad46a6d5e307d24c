package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes the application at the top of the page, and how its commands are typed.
 *
 * @param application the name, profiles and version
 * @param source the jar or the folder that the application runs from; null if it is not known
 */
public record ApplicationView(
        ApplicationDescriptor application, @Nullable File source) {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /** Returns the name for titles; {@code Migrations} if the application has no name. */
    String title() {
        String name = application.name();
        String profiles = String.join(", ", application.profiles());
        if (name == null) {
            return profiles.isEmpty() ? "Migrations" : "Migrations (" + profiles + ")";
        }
        return profiles.isEmpty() ? name : name + " (" + profiles + ")";
    }

    /** Returns the parts of the line at the top: name, profiles, version. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        String name = application.name();
        if (name != null) {
            parts.add(name);
        }
        if (!application.profiles().isEmpty()) {
            parts.add(String.join(", ", application.profiles()));
        }
        String version = application.version();
        if (version != null) {
            parts.add(version);
        }
        return parts;
    }

    /**
     * Returns a command as it is typed where the application lies:
     * {@code java -jar orders.jar migration upgrade heads}.
     *
     * @param words the command and its arguments
     */
    String command(List<String> words) {
        String text =
                words.stream().map(ApplicationView::quoted).reduce("migration", (left, right) -> left + " " + right);
        if (source == null) {
            return text;
        }
        return source.isDirectory()
                ? "./mvnw spring-boot:run -Dspring-boot.run.arguments=\"" + text + "\""
                : "java -jar " + quoted(source.getName()) + " " + text;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
