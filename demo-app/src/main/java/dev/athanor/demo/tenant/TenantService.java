package dev.athanor.demo.tenant;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers tenants and their users. */
@Service
@Transactional(readOnly = true)
public class TenantService {

    private final Tenants tenants;
    private final Users users;
    private final Clock clock;

    TenantService(Tenants tenants, Users users, Clock clock) {
        this.tenants = tenants;
        this.users = users;
        this.clock = clock;
    }

    public List<TenantView> list() {
        return tenants.findAllByOrderBySlug().stream().map(TenantView::of).toList();
    }

    @Transactional
    public TenantView create(NewTenant tenant) {
        Tenant created = new Tenant(tenant.name(), tenant.slug(), tenant.type(), clock.instant());
        return TenantView.of(tenants.saveAndFlush(created));
    }

    public List<UserView> users(UUID tenantId) {
        tenants.require(tenantId);
        return users.findByTenantIdOrderByEmail(tenantId).stream()
                .map(UserView::of)
                .toList();
    }

    @Transactional
    public UserView addUser(UUID tenantId, NewUser user) {
        User created = new User(tenants.require(tenantId), user.email(), user.displayName(), clock.instant());
        return UserView.of(users.saveAndFlush(created));
    }
}
