package dev.athanor.migration.session;

import org.jspecify.annotations.Nullable;

/**
 * The {@code application_name} of a connection that migrates: which application does it, and on which host.
 *
 * @param application its name; blank if it has none
 * @param host its name; null if it has none
 * @since 0.1.0
 */
public record ClientName(String application, @Nullable String host) {

    /** What PostgreSQL keeps of it, in bytes. */
    static final int MAX_BYTES = 63;

    private static final String PURPOSE = "migration";

    /** On this host. */
    public ClientName(String application) {
        this(application, HostName.local());
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

    /** PostgreSQL replaces every byte of another character. */
    private static String printable(String text) {
        return text.strip().replaceAll("[^ -~]", "?");
    }
}
