package dev.athanor.demo.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** What an authority has certified: valid from the first day, up to but without the last. */
@Embeddable
public record Certificate(
        @Column(length = 64, nullable = false) String fingerprint,
        @Column(length = 200, nullable = false) String issuer,
        @Column(nullable = false) LocalDate validFrom,
        @Column(nullable = false) LocalDate validUntil) {

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && day.isBefore(validUntil);
    }
}
