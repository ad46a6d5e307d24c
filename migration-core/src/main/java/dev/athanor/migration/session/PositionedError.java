package dev.athanor.migration.session;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Rebuilds an error of the server with the position that it would have if its statement had been sent alone.
 *
 * @since 0.1.0
 */
public final class PositionedError {

    private final StringBuilder fields = new StringBuilder();

    private PositionedError() {}

    /**
     * Returns the error with the given position.
     *
     * @param position the position in the statement, in characters, from 1, or 0 for no position
     */
    @SuppressWarnings("exports") // for this module, which alone knows the driver
    public static ServerErrorMessage at(int position, ServerErrorMessage server) {
        PositionedError error = new PositionedError();
        error.field('S', server.getSeverity()).field('C', server.getSQLState()).field('M', server.getMessage());
        error.field('D', server.getDetail()).field('H', server.getHint()).field('W', server.getWhere());
        error.number('P', position).number('p', server.getInternalPosition()).field('q', server.getInternalQuery());
        error.field('s', server.getSchema()).field('t', server.getTable()).field('c', server.getColumn());
        error.field('d', server.getDatatype()).field('n', server.getConstraint());
        error.field('F', server.getFile()).number('L', server.getLine()).field('R', server.getRoutine());
        return new ServerErrorMessage(error.fields.toString());
    }

    /**
     * Returns an exception of the driver with the given position.
     *
     * @param cause the cause of the exception
     */
    @SuppressWarnings("exports") // for this module, which alone knows the driver
    public static SQLException at(int position, ServerErrorMessage server, @Nullable Throwable cause) {
        PSQLException moved = new PSQLException(at(position, server));
        moved.initCause(cause);
        return moved;
    }

    private PositionedError number(char field, int value) {
        return value == 0 ? this : field(field, String.valueOf(value));
    }

    private PositionedError field(char field, @Nullable String value) {
        if (value != null) {
            fields.append(field).append(value).append('\0');
        }
        return this;
    }
}
