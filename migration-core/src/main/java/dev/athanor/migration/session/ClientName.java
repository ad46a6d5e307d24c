package dev.athanor.migration.session;

import org.jspecify.annotations.Nullable;

/**
 * Builds the {@code application_name} of a connection that migrates: which application migrates, and on which host.
 *
 * @param application the name of the application; blank if it has none
 * @param host the name of the host; null if it has none
 * @since 0.1.0
 */
public record ClientName(String application, @Nullable String host) {

    /** Limits the name to the number of bytes that PostgreSQL keeps. */
    static final int MAX_BYTES = 63;

    private static final String PURPOSE = "migration";

    /** Creates the name for this host. */
    public ClientName(String application) {
        this(application, HostName.local().orElse(null));
    }

    /** Returns the text; a name that is too long loses its end, and a host its beginning, since pods differ in their ends. */
    public String text() {
        String who = printable(application);
        String where = printable(host == null ? "" : host);
        int room = MAX_BYTES - PURPOSE.length() - (who.isEmpty() ? 0 : 1) - (where.isEmpty() ? 0 : 1);
        if (who.length() + where.length() > room) {
            int half = room / 2;
            int forHost = Math.min(where.length(), Math.max(half, room - who.length()));
            where = where.substring(where.length() - forHost);
            who = who.substring(0, Math.min(who.length(), room - forHost));
        }
        return (who.isEmpty() ? "" : who + " ") + (where.isEmpty() ? "" : where + " ") + PURPOSE;
    }

    /** Replaces characters outside of ASCII, for which PostgreSQL would write a question mark per byte. */
    private static String printable(String text) {
        return text.strip().replaceAll("[^ -~]", "?");
    }
}
