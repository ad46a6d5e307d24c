package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Defines the values of <code>${name}</code> in a script template. */
enum ScriptToken {
    MESSAGE(RevisionDraft::message),
    REVISION(draft -> draft.id().value()),
    DOWN_REVISIONS(draft ->
            draft.revision().downRevisions().stream().map(Object::toString).collect(joining(", "))),
    DEPENDS_ON(draft -> String.join(", ", draft.revision().dependsOn())),
    BRANCH_LABELS(draft -> String.join(", ", draft.revision().branchLabels())),
    CREATE_DATE(draft -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(draft.createDate())),
    UPGRADE(RevisionDraft::upgrade),
    DOWNGRADE(RevisionDraft::downgrade);

    /** Matches a token, or one whose dollar sign is doubled, which is plain text. */
    static final Pattern PATTERN = Pattern.compile("\\$?\\$\\{([^}\\r\\n]*)\\}");

    private final Function<RevisionDraft, String> value;

    ScriptToken(Function<RevisionDraft, String> value) {
        this.value = value;
    }

    /** Returns the token as a template writes it. */
    String written() {
        return "${" + name().toLowerCase(Locale.ROOT) + "}";
    }

    String value(RevisionDraft draft) {
        return value.apply(draft);
    }

    /** Returns whether a header leaves out the line of the token if its value is empty. */
    boolean optional() {
        return this == MESSAGE || this == DEPENDS_ON || this == BRANCH_LABELS;
    }

    /** Returns whether the token stands for statements. */
    boolean statements() {
        return this == UPGRADE || this == DOWNGRADE;
    }

    static Optional<ScriptToken> named(String name) {
        return Stream.of(values())
                .filter(token -> token.written().equals("${" + name + "}"))
                .findFirst();
    }

    static String known() {
        return Stream.of(values()).map(ScriptToken::written).collect(joining(", "));
    }
}
