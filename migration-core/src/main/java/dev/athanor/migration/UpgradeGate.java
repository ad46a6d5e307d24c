package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lint.LintedPlan;
import dev.athanor.migration.lint.UpgradeLint;
import dev.athanor.migration.lint.UpgradeRefusedException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.runner.MigrationRunner;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks at the revisions of an upgrade before it runs them, if the settings say so.
 *
 * <p>A database without revisions has no users who could wait, so that its upgrade is not looked at.
 */
final class UpgradeGate {

    private static final Logger log = LoggerFactory.getLogger(UpgradeGate.class);

    private final UpgradeLint mode;
    private final LintSettings settings;
    private final Function<MigrationRequest, MigrationPlan> planner;
    private final Function<MigrationPlan, LintedPlan> linter;

    UpgradeGate(
            UpgradeLint mode,
            LintSettings settings,
            Function<MigrationRequest, MigrationPlan> planner,
            Function<MigrationPlan, LintedPlan> linter) {
        this.mode = mode;
        this.settings = settings;
        this.planner = planner;
        this.linter = linter;
    }

    /**
     * Looks at the revisions that a request would apply. No connection is held meanwhile, because a throw-away database
     * needs one of its own.
     *
     * @throws UpgradeRefusedException if findings refuse the upgrade, or if lint cannot look although it has to
     */
    void check(MigrationRequest request) {
        if (mode == UpgradeLint.OFF || !(request instanceof MigrationRequest.Upgrade)) {
            return;
        }
        MigrationPlan plan = plan(request);
        if (!plan.isEmpty() && !plan.before().isEmpty()) {
            look(plan);
        }
    }

    private MigrationPlan plan(MigrationRequest request) {
        try {
            return planner.apply(request);
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    private void look(MigrationPlan plan) {
        LintReport report;
        try {
            report = linter.apply(plan).report();
        } catch (MigrationException e) {
            unable(e, e.problem(), e.action());
            return;
        } catch (DataAccessException e) {
            unable(
                    e,
                    String.valueOf(e.getMostSpecificCause().getMessage()),
                    "Run `migration lint --stacktrace` for details.");
            return;
        }
        if (mode == UpgradeLint.REFUSE && report.fails(settings)) {
            throw new UpgradeRefusedException(report, settings.failOn());
        }
        for (LintFinding finding : report.open()) {
            log.warn("{}", LintText.plain().of(finding));
        }
    }

    private void unable(RuntimeException failure, String problem, String action) {
        if (mode == UpgradeLint.REFUSE) {
            throw new UpgradeRefusedException(failure, problem, action);
        }
        log.warn(
                "Lint could not look at the revisions of this upgrade, which goes on (migration.lint.upgrade=warn): {}\n{}",
                problem,
                action);
    }
}
