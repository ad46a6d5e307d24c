package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.lock.LockHolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandProgressTests {

    @Test
    void eachHolderOfTheLockIsNamedOnce() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CommandProgress progress = new CommandProgress(new PrintStream(said, true, StandardCharsets.UTF_8));

        progress.waitingForLock(holder(7));
        progress.waitingForLock(holder(7));
        progress.waitingForLock(holder(8));

        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                waiting for the migration lock: pid 7 (user app, application 'orders pod-1 migration', connected for 3 s) holds it
                waiting for the migration lock: pid 8 (user app, application 'orders pod-1 migration', connected for 3 s) holds it
                """);
    }

    private static LockHolder holder(int pid) {
        return new LockHolder(pid, "app", "orders pod-1 migration", null, Duration.ofSeconds(3));
    }
}
