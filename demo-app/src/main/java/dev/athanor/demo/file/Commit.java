package dev.athanor.demo.file;

import dev.athanor.demo.tenant.User;

/** The place of a version in its file's history: who wrote it, why, and the hash that chains it to the one before. */
public record Commit(int number, User author, String message, String hash) {

    static Commit after(FileVersion previous, User author, String message, byte[] content) {
        String parent = previous == null ? "" : previous.getCommitHash();
        int number = previous == null ? 1 : previous.getNumber() + 1;
        String text = String.join("\n", parent, author.getId().toString(), message, Sha256.hex(content));
        return new Commit(number, author, message, Sha256.hex(text));
    }
}
