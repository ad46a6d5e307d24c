package dev.athanor.migration.sql;

/**
 * Describes what {@code BEGIN} or {@code START TRANSACTION} says about its transaction.
 *
 * @param sql as written, such as {@code ISOLATION LEVEL SERIALIZABLE}; empty if it says nothing
 * @param readOnly whether the transaction is read-only
 * @since 0.1.0
 */
public record TransactionModes(String sql, boolean readOnly) {

    /** Reads them from a statement of {@link StatementKind#BEGIN}. */
    public static TransactionModes of(String begin) {
        Tokens tokens = Tokens.of(begin);
        tokens.take();
        if (!tokens.take("WORK")) {
            tokens.take("TRANSACTION");
        }
        String modes = begin.substring(tokens.current().start());
        return new TransactionModes(modes, isReadOnly(tokens));
    }

    private static boolean isReadOnly(Tokens tokens) {
        boolean readOnly = false;
        while (tokens.current().kind() != TokenKind.END) {
            boolean access = tokens.take().is("READ");
            if (access && (tokens.current().is("ONLY") || tokens.current().is("WRITE"))) {
                readOnly = tokens.current().is("ONLY");
            }
        }
        return readOnly;
    }
}
