package dev.athanor.demo.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CertificateTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);

    @Test
    void certificateIsValidFromItsFirstDayUntilBeforeItsEnd() {
        Certificate certificate = new Certificate("f", "Chamber", FIRST, END);

        assertThat(certificate.isValidOn(FIRST.minusDays(1))).isFalse();
        assertThat(certificate.isValidOn(FIRST)).isTrue();
        assertThat(certificate.isValidOn(END.minusDays(1))).isTrue();
        assertThat(certificate.isValidOn(END)).isFalse();
    }
}
