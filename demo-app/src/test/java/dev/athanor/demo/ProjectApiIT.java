package dev.athanor.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@DemoTest
class ProjectApiIT {

    private DemoApi api;
    private String tenant;

    @BeforeEach
    void createTenant(@Autowired RestTestClient client) {
        api = new DemoApi(client);
        tenant = api.tenant();
    }

    @Test
    void createdProjectIsFoundById() {
        String id = api.create(
                "/api/projects",
                Map.of("tenantId", tenant, "code", "HQ", "name", "Headquarters", "description", "New"));

        api.get("/api/projects/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tenantId")
                .isEqualTo(tenant)
                .jsonPath("$.code")
                .isEqualTo("HQ")
                .jsonPath("$.name")
                .isEqualTo("Headquarters")
                .jsonPath("$.slug")
                .isEqualTo("hq-headquarters")
                .jsonPath("$.description")
                .isEqualTo("New");
    }

    @Test
    void projectsAreListedByTenantInOrderOfCreation() {
        String first = api.project(tenant);
        String second = api.project(tenant);
        api.project(api.tenant());

        api.get("/api/projects?tenant=" + tenant)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].id")
                .isEqualTo(first)
                .jsonPath("$[1].id")
                .isEqualTo(second);
    }

    @Test
    void unknownProjectIsNotFound() {
        UUID unknown = UUID.randomUUID();

        api.get("/api/projects/" + unknown)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no project " + unknown + ".");
    }

    @Test
    void takenCodeIsAConflictWithinTheTenantOnly() {
        Map<String, String> project = Map.of("tenantId", tenant, "code", "HQ", "name", "Headquarters");
        api.create("/api/projects", project);

        api.post("/api/projects", project)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.constraint")
                .isEqualTo("uk_projects_tenant_code");
        api.create("/api/projects", Map.of("tenantId", api.tenant(), "code", "HQ", "name", "Headquarters"));
    }

    @Test
    void everyInvalidFieldIsNamed() {
        api.post("/api/projects", Map.of("code", " ", "name", "x".repeat(201)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("code", "name", "tenantId"));
    }

    @Test
    void memberIsListedWithRole() {
        String project = api.project(tenant);
        String user = api.user(tenant);

        api.post("/api/projects/" + project + "/members", Map.of("userId", user, "role", "approver"))
                .expectStatus()
                .isCreated();

        api.get("/api/projects/" + project + "/members")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].userId")
                .isEqualTo(user)
                .jsonPath("$[0].role")
                .isEqualTo("approver");
    }

    @Test
    void addingAMemberTwiceIsAConflict() {
        String members = "/api/projects/" + api.project(tenant) + "/members";
        String user = api.user(tenant);
        api.post(members, Map.of("userId", user, "role", "viewer"))
                .expectStatus()
                .isCreated();

        api.post(members, Map.of("userId", user, "role", "owner"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.constraint")
                .isEqualTo("project_members_pkey");
    }

    @Test
    void unknownRoleIsABadRequest() {
        api.post(
                        "/api/projects/" + api.project(tenant) + "/members",
                        Map.of("userId", api.user(tenant), "role", "king"))
                .expectStatus()
                .isBadRequest();
    }
}
