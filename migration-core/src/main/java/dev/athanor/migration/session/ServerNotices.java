package dev.athanor.migration.session;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLWarning;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the notices of the server: warnings at level WARN with the place of the statement, all others at level INFO.
 *
 * <p>Each step logs the first {@value #MOST} notices of each kind, and the number of the others.
 *
 * @since 0.1.0
 */
public final class ServerNotices {

    private static final Logger log = LoggerFactory.getLogger(ServerNotices.class);

    static final int MOST = 50;

    /** Names the class of the SQLSTATEs of warnings. The text of the severity may be in the server's language. */
    private static final String WARNINGS = "01";

    private static final String WARNING = "WARNING";

    private final Placeholders placeholders;
    private @Nullable Step step;
    private int warnings;
    private int others;

    /**
     * Creates the log for notices.
     *
     * @param placeholders the placeholders, whose secret values are not logged
     */
    public ServerNotices(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** Returns the log for notices of statements that belong to no script. */
    static ServerNotices ofOurs() {
        return new ServerNotices(Placeholders.none());
    }

    /** Starts a step, to which the notices that follow belong. */
    public void begin(Step begun) {
        step = begun;
        warnings = 0;
        others = 0;
    }

    /** Ends the step, and logs how many notices were left out. */
    public void end() {
        if (step != null && warnings > MOST) {
            log.warn("The server warned {} more times during `{}`", warnings - MOST, step.describe());
        }
        if (step != null && others > MOST) {
            log.info("The server said {} more during `{}`", others - MOST, step.describe());
        }
        step = null;
    }

    /**
     * Logs all notices of a statement.
     *
     * @param first the first notice of the statement, or {@code null} if there is none
     * @param part the statement
     */
    public void tellAll(@Nullable SQLWarning first, Message.Part part) {
        for (SQLWarning notice = first; notice != null; notice = notice.getNextWarning()) {
            tell(notice, part);
        }
    }

    void tell(SQLWarning notice, Message.Part part) {
        if (isWarning(notice)) {
            if (warnings++ < MOST) {
                log.warn("The server warns{}: {}", place(part), words(notice));
            }
        } else if (others++ < MOST) {
            log.info("Server says: {}", words(notice));
        }
    }

    private static boolean isWarning(SQLWarning notice) {
        String state = Objects.requireNonNullElse(notice.getSQLState(), "");
        ServerErrorMessage server = server(notice);
        return state.startsWith(WARNINGS) || server != null && WARNING.equals(server.getSeverity());
    }

    private String place(Message.Part part) {
        Statement statement = part.statement();
        if (step == null) {
            return "";
        }
        return statement == null
                ? " during `" + step.describe() + "`"
                : " at " + step.scripts().get(0).at(statement.line()) + ", statement " + part.number() + " of `"
                        + step.describe() + "`";
    }

    private String words(SQLWarning notice) {
        ServerErrorMessage server = server(notice);
        String words = server == null
                ? String.valueOf(notice.getMessage())
                : server.getMessage() + more(" Detail: ", server.getDetail()) + more(" Hint: ", server.getHint());
        return placeholders.mask(words);
    }

    private static String more(String title, @Nullable String text) {
        return text == null ? "" : title + text;
    }

    private static @Nullable ServerErrorMessage server(SQLWarning notice) {
        return notice instanceof PSQLWarning postgres ? postgres.getServerErrorMessage() : null;
    }
}
