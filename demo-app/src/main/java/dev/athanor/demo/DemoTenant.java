package dev.athanor.demo;

import dev.athanor.demo.tenant.NewTenant;
import dev.athanor.demo.tenant.NewUser;
import dev.athanor.demo.tenant.TenantService;
import dev.athanor.demo.tenant.TenantType;
import dev.athanor.demo.tenant.TenantView;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A tenant with one user, so that there is something to try the API with. */
@Component
class DemoTenant {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTenant.class);

    private final TenantService tenants;

    DemoTenant(TenantService tenants) {
        this.tenants = tenants;
    }

    /** Empty while the schema is not there: pending revisions are for the operator to apply. */
    Optional<TenantView> find() {
        try {
            return Optional.of(tenants.list().stream().findFirst().orElseGet(this::create));
        } catch (DataAccessException e) {
            LOG.debug("No tenant could be read or created.", e);
            return Optional.empty();
        }
    }

    private TenantView create() {
        TenantView tenant = tenants.create(new NewTenant("Atelier Nord", "atelier-nord", TenantType.design));
        tenants.addUser(tenant.id(), new NewUser("ada@atelier-nord.example", "Ada Lindqvist"));
        return tenant;
    }
}
