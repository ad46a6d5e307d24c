package dev.athanor.migration.session;

import java.util.regex.Pattern;

/**
 * Recognizes {@code SET} and {@code RESET} statements, which affect the statements after them and are lost with the
 * session.
 *
 * @since 0.1.0
 */
public final class SettingStatement {

    private static final Pattern SETTING =
            Pattern.compile("(?i)(RESET|SET(?!\\s+(LOCAL|CONSTRAINTS|TRANSACTION)\\b))\\b.*", Pattern.DOTALL);

    private SettingStatement() {}

    /** Returns whether a statement is {@code SET} or {@code RESET}. */
    public static boolean is(String sql) {
        return SETTING.matcher(sql).matches();
    }
}
