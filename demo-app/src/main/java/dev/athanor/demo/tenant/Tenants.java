package dev.athanor.demo.tenant;

import dev.athanor.demo.web.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored tenants. */
public interface Tenants extends JpaRepository<Tenant, UUID> {

    List<Tenant> findAllByOrderBySlug();

    default Tenant require(UUID id) {
        return findById(id).orElseThrow(() -> new NotFoundException("tenant", id));
    }
}
