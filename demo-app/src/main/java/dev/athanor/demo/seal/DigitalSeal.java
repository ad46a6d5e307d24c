package dev.athanor.demo.seal;

import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.tenant.User;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

/** The certificate with which a user seals drawings, until it ends or is revoked. */
@Entity
@Table(
        name = "digital_seals",
        uniqueConstraints = @UniqueConstraint(name = "uk_digital_seals_fingerprint", columnNames = "fingerprint"),
        check = @CheckConstraint(name = "ck_digital_seals_validity", constraint = "valid_until > valid_from"),
        indexes = @Index(name = "ix_digital_seals_user_valid", columnList = "user_id, valid_until"))
public class DigitalSeal extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false, foreignKey = @ForeignKey(name = "fk_digital_seals_user"))
    private User user;

    @Embedded
    private Certificate certificate;

    private Instant revokedAt;

    protected DigitalSeal() {}

    public DigitalSeal(User user, Certificate certificate, Instant createdAt) {
        super(createdAt);
        this.user = user;
        this.certificate = certificate;
    }

    public void revoke(Instant when) {
        this.revokedAt = when;
    }

    public User getUser() {
        return user;
    }

    public Certificate getCertificate() {
        return certificate;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }
}
