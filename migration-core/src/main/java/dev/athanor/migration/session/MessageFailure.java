package dev.athanor.migration.session;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Reports a message that failed.
 *
 * <p>The failed statement is determined by the number of statements that the server completed before it or, if the
 * server refused the whole text, by the position of the error.
 *
 * @since 0.1.0
 */
public final class MessageFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message.@Nullable Part part;
    private final SQLException failure;

    private MessageFailure(Message.@Nullable Part part, SQLException failure) {
        super(failure);
        this.part = part;
        this.failure = failure;
    }

    /**
     * Creates the failure of a message.
     *
     * @param completed how many statements the server had reported as done
     */
    static MessageFailure of(Message message, int completed, SQLException failure) {
        ServerErrorMessage server = serverMessage(failure);
        if (server == null) {
            return new MessageFailure(null, failure);
        }
        int position = server.getPosition();
        boolean unread = completed == 0 && position > 0;
        int index = unread
                ? message.placeOf(position).index()
                : Math.min(completed, message.parts().size() - 1);
        Message.Part part = message.parts().get(index);
        return new MessageFailure(part, position == 0 ? failure : moved(message, index, server, failure));
    }

    /**
     * Creates the failure of a message that the server could not convert to the encoding of the database, and did not
     * begin to execute.
     *
     * @param repertoire the characters of that encoding
     */
    static MessageFailure unconverted(Message message, Repertoire repertoire, SQLException failure) {
        return message.parts().stream()
                .filter(part -> repertoire.firstLacking(part.sql()) >= 0)
                .findFirst()
                .map(part -> new MessageFailure(part, failure))
                .orElseGet(() -> of(message, 0, failure));
    }

    /** Creates the failure of a statement that was sent alone. */
    static MessageFailure ofOne(Message.Part part, SQLException failure) {
        return new MessageFailure(
                SqlErrors.connectionLost(failure) && serverMessage(failure) == null ? null : part, failure);
    }

    private static SQLException moved(Message message, int index, ServerErrorMessage server, SQLException failure) {
        Message.Place place = message.placeOf(server.getPosition());
        int position = place.index() == index ? place.position() : 0;
        SQLException moved = PositionedError.at(position, server, failure.getCause());
        moved.setStackTrace(failure.getStackTrace());
        return moved;
    }

    private static @Nullable ServerErrorMessage serverMessage(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    /** Returns the failed statement, or empty if the connection was lost before the server reported an error. */
    public Optional<Message.Part> part() {
        return Optional.ofNullable(part);
    }

    /** Returns the exception of the driver, with the position counted within the statement. */
    public SQLException failure() {
        return failure;
    }
}
