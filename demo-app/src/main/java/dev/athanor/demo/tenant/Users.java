package dev.athanor.demo.tenant;

import dev.athanor.demo.web.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored users. */
public interface Users extends JpaRepository<User, UUID> {

    List<User> findByTenantIdOrderByEmail(UUID tenantId);

    default User require(UUID id) {
        return findById(id).orElseThrow(() -> new NotFoundException("user", id));
    }
}
