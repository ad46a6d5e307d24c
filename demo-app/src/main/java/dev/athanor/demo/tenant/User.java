package dev.athanor.demo.tenant;

import dev.athanor.demo.persistence.BaseEntity;
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

/** A person who works for a tenant. */
@Entity
@Table(
        name = "users",
        uniqueConstraints = @UniqueConstraint(name = "uk_users_email", columnNames = "email"),
        indexes = @Index(name = "ix_users_tenant_id", columnList = "tenant_id"))
public class User extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id", nullable = false, foreignKey = @ForeignKey(name = "fk_users_tenant"))
    private Tenant tenant;

    @Column(length = 320, nullable = false)
    private String email;

    @Column(length = 200, nullable = false)
    private String displayName;

    protected User() {}

    public User(Tenant tenant, String email, String displayName, Instant createdAt) {
        super(createdAt);
        this.tenant = tenant;
        this.email = email;
        this.displayName = displayName;
    }

    public Tenant getTenant() {
        return tenant;
    }

    public String getEmail() {
        return email;
    }

    public String getDisplayName() {
        return displayName;
    }
}
