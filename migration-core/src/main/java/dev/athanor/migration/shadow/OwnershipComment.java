package dev.athanor.migration.shadow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Represents the comment that a throw-away database carries from its creation, which identifies the database and its
 * owner.
 *
 * <p>The comment names the oid, because restoring a dump copies the comment to another database.
 *
 * @param guarded whether the owning process has a session in the database
 * @param oid the oid of the database for which the comment was written
 * @param token a random token
 */
record OwnershipComment(boolean guarded, long oid, String token) {

    private static final String MADE = "A throw-away database of `migration verify`, being made";
    private static final String GUARDED =
            "A throw-away database of `migration verify`: dropped at its end, or else by the next one";

    private static final Pattern FORM = Pattern.compile(
            "(" + Pattern.quote(MADE) + "|" + Pattern.quote(GUARDED) + ") \\[(\\d{1,10}) ([0-9a-f]{32})]");

    static Optional<OwnershipComment> of(String comment) {
        Matcher matcher = FORM.matcher(comment);
        return matcher.matches()
                ? Optional.of(new OwnershipComment(
                        matcher.group(1).equals(GUARDED), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    boolean is(ThrowAwayIdentity identity) {
        return oid == identity.oid() && token.equals(identity.token());
    }

    String comment() {
        return (guarded ? GUARDED : MADE) + " [" + oid + " " + token + "]";
    }
}
