package dev.athanor.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The API as the tests speak it: JSON in, JSON out, and what is already there when a test begins. */
final class DemoApi {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestTestClient client;

    DemoApi(RestTestClient client) {
        this.client = client;
    }

    RestTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    RestTestClient.ResponseSpec post(String path, Map<String, ?> body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Creates what the body says and gives its id. */
    String create(String path, Map<String, ?> body) {
        Map<String, Object> created = post(path, body)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        return new HashMap<>(created).get("id").toString();
    }

    String tenant() {
        return create("/api/tenants", Map.of("name", "Bureau", "slug", unique(), "type", "design"));
    }

    String user(String tenant) {
        return create(
                "/api/tenants/" + tenant + "/users",
                Map.of("email", unique() + "@bureau.example", "displayName", "Ada"));
    }

    String project(String tenant) {
        return create("/api/projects", Map.of("tenantId", tenant, "code", unique(), "name", "Bridge"));
    }

    String repository(String project) {
        return create("/api/projects/" + project + "/repositories", Map.of("name", "drawings"));
    }

    String node(String repository, String name, String type) {
        return create("/api/repositories/" + repository + "/nodes", Map.of("name", name, "type", type));
    }

    static String unique() {
        return UUID.randomUUID().toString().substring(0, 23);
    }
}
