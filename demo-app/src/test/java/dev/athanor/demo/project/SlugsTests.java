package dev.athanor.demo.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugsTests {

    @Test
    void codeAndNameBecomeWordsWithoutAccents() {
        assertThat(new Slugs().of("HQ", "Büro Süd – 2. Etage!")).isEqualTo("hq-buro-sud-2-etage");
        assertThat(new Slugs().of("A", "b".repeat(200))).hasSize(80);
    }
}
