package dev.athanor.migration.session;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Masks credentials in messages. Drivers and pools repeat the URL in their messages, including the credentials in it.
 */
final class Credentials {

    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;](?:[a-z]*password|user))=[^&;\\s\"']*");
    private static final Pattern USER_INFO = Pattern.compile("(?i)(jdbc:[a-z:]+//)[^/@\\s]*@");

    private Credentials() {}

    /**
     * Returns the failure itself, or, if one of its messages holds credentials, an exception with the masked message.
     */
    static Throwable masked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (!mask(message).equals(message)) {
                return new SQLException(mask(message), SqlErrors.state(failure));
            }
        }
        return failure;
    }

    /** Returns the text with the users and passwords of URLs masked. */
    static String mask(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1=***");
        return USER_INFO.matcher(masked).replaceAll("$1***@");
    }
}
