package dev.athanor.migration.session;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Drivers and pools repeat the URL in what they say, with what it holds. */
final class Credentials {

    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;](?:[a-z]*password|user))=[^&;\\s\"']*");
    private static final Pattern USER_INFO = Pattern.compile("(?i)(jdbc:[a-z:]+//)[^/@\\s]*@");

    private Credentials() {}

    /** The failure itself, unless one of its messages holds credentials: then one that says the same without. */
    static Throwable masked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (!mask(message).equals(message)) {
                return new SQLException(mask(message), SqlErrors.state(failure));
            }
        }
        return failure;
    }

    /** The text without users and passwords of URLs. */
    static String mask(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1=***");
        return USER_INFO.matcher(masked).replaceAll("$1***@");
    }
}
