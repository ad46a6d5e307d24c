package dev.athanor.migration.template;

import dev.athanor.migration.script.TransactionMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Represents one line of a script template.
 *
 * @param text the line as written
 * @param tokens the tokens to replace in it, in order
 */
record TemplateLine(String text, List<ScriptToken> tokens) {

    TemplateLine {
        tokens = List.copyOf(tokens);
    }

    static TemplateLine of(String text) {
        return new TemplateLine(
                text,
                names(text).map(ScriptToken::named).flatMap(Optional::stream).toList());
    }

    /** Returns the first name that is not a token, if there is one. */
    Optional<String> unknown() {
        return names(text).filter(name -> ScriptToken.named(name).isEmpty()).findFirst();
    }

    private static Stream<String> names(String text) {
        return ScriptToken.PATTERN
                .matcher(text)
                .results()
                .filter(token -> !isText(token))
                .map(token -> token.group(1));
    }

    private static boolean isText(MatchResult token) {
        return token.group().startsWith("$$");
    }

    boolean isComment() {
        return text.stripLeading().startsWith("--");
    }

    /** Returns whether the line may begin a section. */
    boolean isMarker() {
        return isComment() && text.strip().substring(2).strip().startsWith("@");
    }

    /** Returns whether the line says nothing about the draft, because its optional tokens are all empty. */
    boolean isSuperfluous(RevisionDraft draft) {
        return isComment()
                && !tokens.isEmpty()
                && tokens.stream()
                        .allMatch(
                                token -> token.optional() && token.value(draft).isEmpty());
    }

    /** Returns the line, or lines, with the values of the draft. */
    String render(RevisionDraft draft) {
        String replaced = ScriptToken.PATTERN
                .matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(isText(token) ? text(token) : value(token, draft)));
        return isComment() ? comment(replaced) + option(draft) : replaced;
    }

    private String option(RevisionDraft draft) {
        return isMarker() && draft.transaction() == TransactionMode.NONE ? " transaction=none" : "";
    }

    private static String text(MatchResult token) {
        return token.group().substring(1);
    }

    private static String value(MatchResult token, RevisionDraft draft) {
        return ScriptToken.named(token.group(1)).orElseThrow().value(draft);
    }

    private static String comment(String replaced) {
        return String.join("\n-- ", replaced.lines().map(String::stripTrailing).toList())
                .replace("-- \n", "--\n")
                .stripTrailing();
    }
}
