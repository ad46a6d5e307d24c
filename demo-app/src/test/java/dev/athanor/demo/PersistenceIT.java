package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.file.Chunk;
import dev.athanor.demo.file.Commit;
import dev.athanor.demo.file.FileNode;
import dev.athanor.demo.file.FileRepository;
import dev.athanor.demo.file.FileVersion;
import dev.athanor.demo.file.NodeType;
import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.project.Project;
import dev.athanor.demo.seal.Certificate;
import dev.athanor.demo.seal.DigitalSeal;
import dev.athanor.demo.tenant.Tenant;
import dev.athanor.demo.tenant.TenantType;
import dev.athanor.demo.tenant.User;
import dev.athanor.demo.workflow.Workflow;
import dev.athanor.demo.workflow.WorkflowInstance;
import dev.athanor.demo.workflow.WorkflowStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

/** A slice without web server or services: it gets the upgraded schema too. */
@DataJpaTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class PersistenceIT {

    private static final Instant NOW = Instant.parse("2025-11-20T10:15:30.123456Z");

    @Autowired
    private TestEntityManager entities;

    private User user;
    private Project project;

    @BeforeEach
    void createProject() {
        Tenant tenant = entities.persist(new Tenant("Bureau", DemoApi.unique(), TenantType.supervision, NOW));
        user = entities.persist(new User(tenant, DemoApi.unique(), "Ada", NOW));
        project = entities.persist(new Project(tenant, "HQ", "Headquarters", null, NOW));
    }

    @Test
    void nodeAndItsCurrentVersionReferToEachOther() {
        FileVersion version = reload(version());

        assertThat(version.getNode().getCurrentVersion()).isSameAs(version);
        assertThat(version.getNode().getType()).isEqualTo(NodeType.file);
        assertThat(version.getChunks()).extracting(Chunk::getSizeBytes).containsExactly(3, 2);
        assertThat(version.getSizeBytes()).isEqualTo(5);
    }

    @Test
    void finishedWorkflowKeepsItsOutcome() {
        Workflow workflow = entities.persist(new Workflow(project, "Approval", List.of("check", "sign"), NOW));
        WorkflowInstance instance = entities.persist(new WorkflowInstance(workflow, version(), NOW));
        instance.finish(WorkflowStatus.approved, NOW);

        WorkflowInstance stored = reload(instance);

        assertThat(stored.getStatus()).isEqualTo(WorkflowStatus.approved);
        assertThat(stored.getCompletedAt()).isEqualTo(NOW);
        assertThat(stored.getWorkflow().getDefinition()).isEqualTo(Map.of("stages", List.of("check", "sign")));
    }

    @Test
    void sealKeepsItsCertificate() {
        Certificate certificate = new Certificate(
                DemoApi.unique(), "Chamber of Engineers", LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1));
        DigitalSeal seal = entities.persist(new DigitalSeal(user, certificate, NOW));
        seal.revoke(NOW);

        DigitalSeal stored = reload(seal);

        assertThat(stored.getCertificate()).isEqualTo(certificate);
        assertThat(stored.getRevokedAt()).isEqualTo(NOW);
    }

    private FileVersion version() {
        FileRepository repository = entities.persist(new FileRepository(project, "drawings", NOW));
        FileNode root = entities.persist(FileNode.root(repository, NOW));
        FileNode node = entities.persist(root.child("a.txt", NodeType.file, NOW));
        Commit commit = new Commit(1, user, "Begin", "0".repeat(64));
        FileVersion version = entities.persist(new FileVersion(node, commit, List.of(chunk("abc"), chunk("de")), NOW));
        node.commit(version);
        return version;
    }

    private Chunk chunk(String text) {
        return entities.persist(new Chunk(text.getBytes(StandardCharsets.UTF_8), NOW));
    }

    @SuppressWarnings("unchecked")
    private <T extends BaseEntity> T reload(T entity) {
        entities.flush();
        entities.clear();
        return (T) entities.find(entity.getClass(), entity.getId());
    }
}
