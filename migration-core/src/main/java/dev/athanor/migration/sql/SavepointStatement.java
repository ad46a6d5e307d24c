package dev.athanor.migration.sql;

/**
 * Represents a statement of the kind {@link StatementKind#SAVEPOINT}.
 *
 * @param act the action
 * @param name of the savepoint, as the server spells it
 * @since 0.1.0
 */
public record SavepointStatement(Act act, String name) {

    /** Distinguishes what happens to a savepoint. */
    public enum Act {
        /** Sets a savepoint: {@code SAVEPOINT a}. */
        SET,
        /** Forgets a savepoint and those set after it: {@code RELEASE a}. */
        RELEASE,
        /** Forgets the savepoints set after this one: {@code ROLLBACK TO a}. */
        ROLL_BACK
    }

    /** Reads one; the name is empty where the server would not find one either. */
    public static SavepointStatement of(String sql) {
        Tokens tokens = Tokens.of(sql);
        Act act = act(tokens);
        boolean word = tokens.current().is("SAVEPOINT") && tokens.following().kind() != TokenKind.END;
        if (act != Act.SET && word) {
            tokens.take();
        }
        return new SavepointStatement(
                act, tokens.current().isName() ? tokens.current().name() : "");
    }

    private static Act act(Tokens tokens) {
        if (tokens.take("SAVEPOINT")) {
            return Act.SET;
        }
        if (tokens.take("RELEASE")) {
            return Act.RELEASE;
        }
        while (!tokens.take("TO") && tokens.current().kind() != TokenKind.END) {
            tokens.take();
        }
        return Act.ROLL_BACK;
    }
}
