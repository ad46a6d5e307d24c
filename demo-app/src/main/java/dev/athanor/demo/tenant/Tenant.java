package dev.athanor.demo.tenant;

import dev.athanor.demo.persistence.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A company that takes part in building projects. */
@Entity
@Table(name = "tenants", uniqueConstraints = @UniqueConstraint(name = "uk_tenants_slug", columnNames = "slug"))
public class Tenant extends BaseEntity {

    @Column(length = 200, nullable = false)
    private String name;

    @Column(length = 63, nullable = false)
    private String slug;

    @Column(name = "tenant_type", nullable = false, columnDefinition = "tenant_type_enum")
    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    private TenantType type;

    @Column(name = "is_active", nullable = false)
    @ColumnDefault("true")
    private boolean active = true;

    protected Tenant() {}

    public Tenant(String name, String slug, TenantType type, Instant createdAt) {
        super(createdAt);
        this.name = name;
        this.slug = slug;
        this.type = type;
    }

    public String getName() {
        return name;
    }

    public String getSlug() {
        return slug;
    }

    public TenantType getType() {
        return type;
    }

    public boolean isActive() {
        return active;
    }
}
