package dev.athanor.migration.session;

import java.util.regex.Pattern;

/**
 * {@code SET} and {@code RESET}: what holds for the statements after it, and is lost with the session.
 *
 * @since 0.1.0
 */
public final class SettingStatement {

    private static final Pattern SETTING =
            Pattern.compile("(?i)(RESET|SET(?!\\s+(LOCAL|CONSTRAINTS|TRANSACTION)\\b))\\b.*", Pattern.DOTALL);

    private SettingStatement() {}

    /** Tells whether a statement is such a one. */
    public static boolean is(String sql) {
        return SETTING.matcher(sql).matches();
    }
}
