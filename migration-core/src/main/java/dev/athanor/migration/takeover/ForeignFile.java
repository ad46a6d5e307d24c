package dev.athanor.migration.takeover;

import java.nio.charset.Charset;

/**
 * Represents a file of another tool.
 *
 * @param location the path relative to the folder that the other tool was given, with {@code /} between folders
 * @param content the bytes; none for a class file, of which only the name counts
 * @since 0.1.0
 */
public record ForeignFile(String location, byte[] content) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public ForeignFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** Returns the name without the folders. */
    public String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Returns the text without a byte order mark. */
    String text(Charset encoding) {
        String text = new String(content, encoding);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
