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
 * Logs what the server says besides its answers: warnings as warnings, with the place of the statement; everything else as
 * information.
 *
 * <p>Of each kind, a step shows the first {@value #MOST}, and counts the others.
 *
 * @since 0.1.0
 */
public final class ServerNotices {

    private static final Logger log = LoggerFactory.getLogger(ServerNotices.class);

    static final int MOST = 50;

    /** The class of the SQLSTATEs of warnings; the word for the severity is in the server's language. */
    private static final String WARNINGS = "01";

    private static final String WARNING = "WARNING";

    private final Placeholders placeholders;
    private @Nullable Step step;
    private int warnings;
    private int others;

    /**
     * @param placeholders whose secret values are not logged
     */
    public ServerNotices(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** Those of statements that no script has. */
    static ServerNotices ofOurs() {
        return new ServerNotices(Placeholders.none());
    }

    /** Takes what follows for this step's. */
    public void begin(Step begun) {
        step = begun;
        warnings = 0;
        others = 0;
    }

    /** Tells how much was left out. */
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
     * @param first the first of a statement's
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
