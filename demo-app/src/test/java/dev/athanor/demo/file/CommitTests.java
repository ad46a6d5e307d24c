package dev.athanor.demo.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.tenant.Tenant;
import dev.athanor.demo.tenant.TenantType;
import dev.athanor.demo.tenant.User;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class CommitTests {

    private static final byte[] CONTENT = {1, 2, 3};

    private final User author = author();

    @Test
    void firstCommitOfAFileHasNumberOne() {
        Commit first = Commit.after(null, author, "Begin", CONTENT);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void hashDependsOnTheCommitBefore() {
        Commit first = Commit.after(null, author, "Same", CONTENT);
        FileVersion version = new FileVersion(null, first, List.of(), Instant.EPOCH);

        Commit second = Commit.after(version, author, "Same", CONTENT);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hash()).isNotEqualTo(first.hash());
    }

    private static User author() {
        Tenant tenant = new Tenant("Bureau", "bureau", TenantType.design, Instant.EPOCH);
        User user = new User(tenant, "ada@bureau.example", "Ada", Instant.EPOCH);
        ReflectionTestUtils.setField(user, "id", new UUID(0, 1));
        return user;
    }
}
