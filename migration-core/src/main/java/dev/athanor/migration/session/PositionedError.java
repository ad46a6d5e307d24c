package dev.athanor.migration.session;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A server's error as it would be, had the statement travelled alone.
 *
 * @since 0.1.0
 */
public final class PositionedError {

    private final StringBuilder fields = new StringBuilder();

    private PositionedError() {}

    /**
     * @param position where in the statement, in characters, from 1; 0 for nowhere
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
     * The driver's exception with that error in place of its own.
     *
     * @param cause what is underneath
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
