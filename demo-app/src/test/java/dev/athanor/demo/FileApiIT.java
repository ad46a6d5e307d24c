package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@DemoTest
class FileApiIT {

    private final JdbcClient jdbc;
    private final DemoApi api;
    private String author;
    private String repository;

    FileApiIT(@Autowired JdbcClient jdbc, @Autowired RestTestClient client) {
        this.jdbc = jdbc;
        this.api = new DemoApi(client);
    }

    @BeforeEach
    void createRepository() {
        String tenant = api.tenant();
        author = api.user(tenant);
        repository = api.repository(api.project(tenant));
    }

    @Test
    void childrenAreListedUnderTheirParent() {
        String plans = api.node(repository, "plans", "directory");
        String floor = api.create(
                "/api/repositories/" + repository + "/nodes",
                Map.of("parentId", plans, "name", "floor-1.dwg", "type", "file"));

        api.get("/api/repositories/" + repository + "/nodes")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].name")
                .isEqualTo("plans");
        api.get("/api/repositories/" + repository + "/nodes?parent=" + plans)
                .expectBody()
                .jsonPath("$[0].id")
                .isEqualTo(floor)
                .jsonPath("$[0].parentId")
                .isEqualTo(plans);
    }

    @Test
    void sameNameInOneDirectoryIsAConflict() {
        api.node(repository, "plans", "directory");

        api.post("/api/repositories/" + repository + "/nodes", Map.of("name", "plans", "type", "file"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.constraint")
                .isEqualTo("uk_file_nodes_parent_name");
    }

    @Test
    void fileHasNoChildren() {
        String file = api.node(repository, "a.txt", "file");

        api.post(
                        "/api/repositories/" + repository + "/nodes",
                        Map.of("parentId", file, "name", "b.txt", "type", "file"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void commitMakesTheNewVersionCurrent() {
        String file = api.node(repository, "a.txt", "file");
        commit(file, "one");
        String second = commit(file, "two!");

        api.get("/api/nodes/" + file)
                .expectBody()
                .jsonPath("$.currentVersionId")
                .isEqualTo(second);
        api.get("/api/nodes/" + file + "/versions")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].id")
                .isEqualTo(second)
                .jsonPath("$[0].number")
                .isEqualTo(2)
                .jsonPath("$[0].sizeBytes")
                .isEqualTo(4);
        assertThat(content(file)).isEqualTo("two!");
    }

    @Test
    void contentThatVersionsShareIsStoredOnce() {
        String shared = DemoApi.unique().repeat(3_000).substring(0, 64 * 1024);
        String tail = DemoApi.unique();
        long before = chunks();

        String file = api.node(repository, "a.txt", "file");
        commit(file, shared + tail);
        commit(file, shared + tail + "!");

        assertThat(chunks() - before).as("shared, tail, tail!").isEqualTo(3);
        assertThat(content(file)).isEqualTo(shared + tail + "!");
    }

    @Test
    void commitsAtTheSameTimeAreNumberedOneAfterTheOther() {
        String file = api.node(repository, "a.txt", "file");
        String text = DemoApi.unique();

        IntStream.range(0, 8).parallel().forEach(i -> commit(file, text));

        api.get("/api/nodes/" + file + "/versions")
                .expectBody()
                .jsonPath("$[*].number")
                .isEqualTo(List.of(8, 7, 6, 5, 4, 3, 2, 1));
    }

    @Test
    void sameContentCommittedToEightFilesAtTheSameTimeIsStoredOnce() {
        String text = DemoApi.unique();
        List<String> files = IntStream.range(0, 8)
                .mapToObj(i -> api.node(repository, "file-" + i, "file"))
                .toList();
        long before = chunks();

        files.parallelStream().forEach(file -> commit(file, text));

        assertThat(chunks() - before).isEqualTo(1);
    }

    @Test
    void directoryHasNoVersions() {
        String plans = api.node(repository, "plans", "directory");

        api.post("/api/nodes/" + plans + "/versions", version("text"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void nodeWithoutVersionHasNoContent() {
        api.get("/api/nodes/" + api.node(repository, "a.txt", "file") + "/content")
                .expectStatus()
                .isNotFound();
    }

    private String commit(String file, String text) {
        return api.create("/api/nodes/" + file + "/versions", version(text));
    }

    private Map<String, String> version(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "authorId",
                author,
                "message",
                "Change",
                "content",
                Base64.getEncoder().encodeToString(bytes));
    }

    private String content(String file) {
        byte[] bytes = api.get("/api/nodes/" + file + "/content")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long chunks() {
        return jdbc.sql("SELECT count(*) FROM chunks").query(Long.class).single();
    }
}
