package dev.athanor.migration.lint;

/** Decides the rules for statements that fail. */
final class FailureChecks implements Check {

    private static final String UNCOMMITTED_ENUM_VALUE = "55P04";
    private static final String ACTIVE_TRANSACTION = "25001";

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.trace()
                .failure()
                .ifPresent(error -> findings.add(
                        rule(error),
                        seen,
                        Findings.subject(
                                seen, "revision " + seen.trace().place().revision()),
                        "The statement fails: " + error.message()
                                + (error.state().isEmpty() ? "" : " (SQLState " + error.state() + ")") + "."));
    }

    private static LintRule rule(StatementError error) {
        return switch (error.state()) {
            case UNCOMMITTED_ENUM_VALUE -> LintRule.ENUM_VALUE_IN_SAME_TRANSACTION;
            case ACTIVE_TRANSACTION -> LintRule.CONCURRENTLY_IN_TRANSACTION;
            default -> LintRule.DOES_NOT_RUN;
        };
    }
}
