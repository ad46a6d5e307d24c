package dev.athanor.migration.sql;

/** Tells a statement's {@link StatementKind} from its first words and two later ones. */
final class Classifier {

    private final Words words;
    private final Words options;
    private boolean parenthesized;
    private boolean returning;
    private boolean concurrently;

    /**
     * @param words the first words outside of parentheses
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
        return switch (words.first()) {
            case "BEGIN" -> StatementKind.BEGIN;
            case "START" -> words.is(1, "TRANSACTION") ? StatementKind.BEGIN : StatementKind.OTHER;
            case "COMMIT", "END" -> endsPlainly() ? StatementKind.COMMIT : StatementKind.TRANSACTION_CONTROL;
            case "SAVEPOINT", "RELEASE" -> StatementKind.SAVEPOINT;
            case "ROLLBACK" -> rollsBackToSavepoint() ? StatementKind.SAVEPOINT : StatementKind.TRANSACTION_CONTROL;
            case "ABORT" -> StatementKind.TRANSACTION_CONTROL;
            case "PREPARE" -> words.is(1, "TRANSACTION") ? StatementKind.TRANSACTION_CONTROL : StatementKind.OTHER;
            case "CREATE", "DROP" -> outsideIf(createsOrDropsOutside());
            case "ALTER" -> outsideIf(altersOutside());
            case "VACUUM" -> StatementKind.NON_TRANSACTIONAL;
            case "DISCARD" -> outsideIf(words.is(1, "ALL"));
            case "REINDEX" -> outsideIf(reindexesOutside());
            case "CLUSTER" -> outsideIf(clustersEveryTable());
            case "SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "FETCH", "EXECUTE", "CALL" ->
                StatementKind.QUERY;
            case "INSERT", "UPDATE", "DELETE", "MERGE" -> returning ? StatementKind.QUERY : StatementKind.OTHER;
            default -> StatementKind.OTHER;
        };
    }

    private static StatementKind outsideIf(boolean refusesTransaction) {
        return refusesTransaction ? StatementKind.NON_TRANSACTIONAL : StatementKind.OTHER;
    }

    private boolean endsPlainly() {
        int and = words.isOneOf(1, "WORK", "TRANSACTION") ? 2 : 1;
        return !words.is(1, "PREPARED") && !words.are(and, "AND", "CHAIN");
    }

    private boolean rollsBackToSavepoint() {
        return words.is(words.isOneOf(1, "WORK", "TRANSACTION") ? 2 : 1, "TO");
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
}
