package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTests {

    @Test
    void versionOneIsSha256OfTheNormalizedText() throws Exception {
        assertThat(Checksum.of("abc"))
                .hasToString("1:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Checksum.of("")).hasToString("1:" + sha256(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n\n b\n",
                "a\n\n b",
                "\uFEFFa\n\n b\n",
                "a\r\n\r\n b\r\n",
                "a\r\r b\r",
                "a \t\n  \n b\t\n\n \n\r\n"
            })
    void lineEndsAndTrailingBlanksDoNotCount(String text) throws Exception {
        assertThat(Checksum.of(text)).hasToString("1:" + sha256("a\n\n b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\n b", "a\n\nb", "\na\n\n b", "a\n\n b;", "A\n\n b", "a\n\n  b", "a\n\n b\f", "a\n\uFEFF\n b"})
    void everythingElseCounts(String text) {
        assertThat(Checksum.of(text)).isNotEqualTo(Checksum.of("a\n\n b"));
    }

    @Test
    void anyTextHasTheDigestOfItsNormalizedForm() throws Exception {
        Random random = new Random(7);
        String[] pieces = {"\n", "\r\n", "\r", " ", "\t", "x", "é", "日", "😀", "\uFEFF", "abc".repeat(3000)};

        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(Checksum.of(text.toString())).hasToString("1:" + sha256(normalized(text.toString())));
        }
    }

    private static String normalized(String text) {
        return text.replaceFirst("^\uFEFF", "")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replaceAll("(?m)[ \\t]+$", "")
                .replaceAll("\\n+\\z", "");
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
