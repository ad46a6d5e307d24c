package dev.athanor.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.lock.LockWait.Blocker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockWaitTests {

    private static final Blocker ONE =
            new Blocker(7, "app", "shop", "active", Duration.ofSeconds(12), "SELECT *\n  FROM orders");

    @Test
    void whoHoldsALockIsOnePhrase() {
        assertThat(new LockWait("public.orders", List.of(ONE)))
                .hasToString("a lock on public.orders, held by pid 7 (user app, application 'shop', active, in a"
                        + " transaction for 12 s): SELECT * FROM orders");
    }

    @Test
    void severalHoldersAreNamedAndLongQueriesCut() {
        Blocker two = new Blocker(8, "", "", "idle in transaction", Duration.ZERO, "x".repeat(500));

        assertThat(new LockWait(null, List.of(ONE, two)))
                .hasToString("a lock, held by " + ONE + "; pid 8 (user , application '', idle in transaction, in a"
                        + " transaction for 0 s): " + "x".repeat(160) + " …");
    }
}
