package dev.athanor.migration.takeover;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Computes the checksum of a file as Flyway does: over the UTF-8 bytes of each line without its line end. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    /**
     * Computes the checksum.
     *
     * @param text the text without a byte order mark
     */
    static int of(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
