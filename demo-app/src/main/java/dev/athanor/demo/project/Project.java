package dev.athanor.demo.project;

import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.tenant.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

/** A building project of a tenant. */
@Entity
@Table(
        name = "projects",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_projects_tenant_code",
                        columnNames = {"tenant_id", "code"}),
        indexes = @Index(name = "ix_projects_tenant_created", columnList = "tenant_id, created_at"))
public class Project extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id", nullable = false, foreignKey = @ForeignKey(name = "fk_projects_tenant"))
    private Tenant tenant;

    @Column(length = 32, nullable = false)
    private String code;

    @Column(length = 200, nullable = false)
    private String name;

    @Column(length = 2000)
    private String description;

    @Column(length = 80, nullable = false)
    private String slug = "";

    protected Project() {}

    public Project(Tenant tenant, String code, String name, String description, Instant createdAt) {
        super(createdAt);
        this.tenant = tenant;
        this.code = code;
        this.name = name;
        this.description = description;
    }

    void addressedAs(String address) {
        slug = address;
    }

    public Tenant getTenant() {
        return tenant;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public String getSlug() {
        return slug;
    }
}
