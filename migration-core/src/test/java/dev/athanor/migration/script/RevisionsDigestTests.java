package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionsDigestTests {

    private static final ScriptFile A = new ScriptFile("db/a.sql", "-- Revision ID: a\n");
    private static final ScriptFile B = new ScriptFile("db/b.sql", "-- Revision ID: b\n");

    @Test
    void isOfNamesTextsAndOrder() {
        String ofBoth = digest(A, B);

        assertThat(ofBoth).matches("[0-9a-f]{64}").isEqualTo(digest(A, B));
        assertThat(ofBoth)
                .isNotEqualTo(digest(B, A))
                .isNotEqualTo(digest(A))
                .isNotEqualTo(digest(A, new ScriptFile("db/c.sql", B.text())))
                .isNotEqualTo(digest(A, new ScriptFile(B.location(), B.text() + " ")));
    }

    @Test
    void isNotOfHowTextsAreCutApart() {
        assertThat(RevisionsDigest.of(List.of("ab", "c"))).isNotEqualTo(RevisionsDigest.of(List.of("a", "bc")));
        assertThat(RevisionsDigest.of(List.of("a", ""))).isNotEqualTo(RevisionsDigest.of(List.of("a")));
    }

    @Test
    void aLongTextIsTheSameHoweverItIsEncodedInParts() {
        String surrogates = "x" + "\uD83D\uDE00".repeat(100_000);

        assertThat(RevisionsDigest.of(List.of(surrogates)))
                .isNotEqualTo(RevisionsDigest.of(List.of(surrogates.replaceFirst("\uD83D\uDE00$", "\uD83D\uDE01"))))
                .isNotEqualTo(RevisionsDigest.of(List.of("?".repeat(surrogates.length()))));
    }

    @Test
    void secretsAreNotPartOfIt() {
        assertThat(with("owner", "ann")).isNotEqualTo(with("owner", "bob"));
        assertThat(with("password", "ann")).isEqualTo(with("password", "bob")).isNotEqualTo(digest(A));
    }

    private static String digest(ScriptFile... files) {
        return RevisionsDigest.of(List.of(files), List.of(), Placeholders.none());
    }

    private static String with(String name, String value) {
        return RevisionsDigest.of(List.of(A), List.of(), new Placeholders(Map.of(name, value)));
    }
}
