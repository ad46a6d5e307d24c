package dev.athanor.migration.sql;

/** Tells a statement's {@link StatementKind} from its first words and two later ones. */
final class Classifier {

    private final Words words;
    private final Words options;
    private boolean parenthesized;
    private boolean returning;
    private boolean concurrently;

    /**
     * @param words the first words outside parentheses
     * @param options the first words inside parentheses
     */
    Classifier(Words words, Words options) {
        this.words = words;
        this.options = options;
    }

    /** Begins a statement, with the kind of its first token. */
    void begin(TokenKind first) {
        parenthesized = first == TokenKind.OPEN;
        returning = false;
        concurrently = false;
    }

    /** Sees a word outside parentheses. */
    void see(Lexer lexer) {
        returning |= lexer.isWord("RETURNING");
        concurrently |= lexer.isWord("CONCURRENTLY");
    }

    StatementKind kind() {
        if (parenthesized) {
            return StatementKind.QUERY;
        }
        StatementKind control = transactionControl();
        if (control != StatementKind.OTHER) {
            return control;
        }
        if (refusesTransaction()) {
            return StatementKind.NON_TRANSACTIONAL;
        }
        return mayReturnRows() ? StatementKind.QUERY : StatementKind.OTHER;
    }

    private StatementKind transactionControl() {
        if (words.is(0, "BEGIN") || words.are(0, "START", "TRANSACTION")) {
            return StatementKind.BEGIN;
        }
        if (words.isOneOf(0, "COMMIT", "END")) {
            return endsPlainly() ? StatementKind.COMMIT : StatementKind.TRANSACTION_CONTROL;
        }
        boolean other =
                words.isOneOf(0, "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE") || words.are(0, "PREPARE", "TRANSACTION");
        return other ? StatementKind.TRANSACTION_CONTROL : StatementKind.OTHER;
    }

    private boolean endsPlainly() {
        int and = words.isOneOf(1, "WORK", "TRANSACTION") ? 2 : 1;
        return !words.is(1, "PREPARED") && !words.are(and, "AND", "CHAIN");
    }

    private boolean refusesTransaction() {
        if (words.isOneOf(0, "CREATE", "DROP")) {
            return createsOrDropsOutside();
        }
        if (words.is(0, "ALTER")) {
            return altersOutside();
        }
        return words.is(0, "VACUUM")
                || words.are(0, "DISCARD", "ALL")
                || words.is(0, "REINDEX") && reindexesOutside()
                || words.is(0, "CLUSTER") && clustersEveryTable();
    }

    private boolean createsOrDropsOutside() {
        int kind = words.is(1, "UNIQUE") ? 2 : 1;
        return words.are(kind, "INDEX", "CONCURRENTLY")
                || words.isOneOf(1, "DATABASE", "TABLESPACE")
                || words.are(0, "CREATE", "SUBSCRIPTION") && !mentions("CONNECT", "CREATE_SLOT");
    }

    private boolean altersOutside() {
        if (words.is(1, "SUBSCRIPTION")) {
            return refreshesSubscription();
        }
        return words.is(1, "SYSTEM")
                || words.is(1, "TABLE") && concurrently
                || words.is(1, "DATABASE") && words.are(3, "SET", "TABLESPACE");
    }

    private boolean refreshesSubscription() {
        boolean publications = words.isOneOf(3, "SET", "ADD", "DROP") && words.is(4, "PUBLICATION");
        return words.is(3, "REFRESH") || publications && !mentions("REFRESH");
    }

    private boolean reindexesOutside() {
        return concurrently || words.isOneOf(1, "DATABASE", "SYSTEM", "SCHEMA") || mentions("CONCURRENTLY");
    }

    private boolean clustersEveryTable() {
        return words.count() == 1 || words.count() == 2 && words.is(1, "VERBOSE");
    }

    private boolean mentions(String... keywords) {
        for (String keyword : keywords) {
            if (options.contains(keyword)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayReturnRows() {
        return words.isOneOf(0, "SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "FETCH", "EXECUTE", "CALL")
                || returning && words.isOneOf(0, "INSERT", "UPDATE", "DELETE", "MERGE");
    }
}
