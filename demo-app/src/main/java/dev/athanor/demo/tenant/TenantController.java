package dev.athanor.demo.tenant;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tenants and their users over HTTP. */
@RestController
@RequestMapping("/api/tenants")
class TenantController {

    private final TenantService service;

    TenantController(TenantService service) {
        this.service = service;
    }

    @GetMapping
    List<TenantView> list() {
        return service.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TenantView create(@Valid @RequestBody NewTenant tenant) {
        return service.create(tenant);
    }

    @GetMapping("/{tenantId}/users")
    List<UserView> users(@PathVariable UUID tenantId) {
        return service.users(tenantId);
    }

    @PostMapping("/{tenantId}/users")
    @ResponseStatus(HttpStatus.CREATED)
    UserView addUser(@PathVariable UUID tenantId, @Valid @RequestBody NewUser user) {
        return service.addUser(tenantId, user);
    }
}
