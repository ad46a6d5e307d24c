package dev.athanor.demo.seal;

import dev.athanor.demo.persistence.BaseEntity;
import dev.athanor.demo.tenant.User;
import jakarta.persistence.CheckConstraint;
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
import java.time.LocalDate;

/** The certificate with which a user seals drawings. */
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

    @Column(length = 64, nullable = false)
    private String fingerprint;

    @Column(length = 200, nullable = false)
    private String issuer;

    @Column(nullable = false)
    private LocalDate validFrom;

    @Column(nullable = false)
    private LocalDate validUntil;

    private Instant revokedAt;

    protected DigitalSeal() {}

    public User getUser() {
        return user;
    }

    public String getFingerprint() {
        return fingerprint;
    }

    public String getIssuer() {
        return issuer;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public LocalDate getValidUntil() {
        return validUntil;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }
}
