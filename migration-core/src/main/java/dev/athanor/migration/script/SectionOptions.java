package dev.athanor.migration.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the options that a marker line gives for its section.
 *
 * @param transaction how the section's statements commit
 * @param batch how the section walks a table; null if it does not
 * @param extension the extension that the server must offer; null if none is required
 * @param offer whether the server offers it, if the server was queried
 * @param words the options as written, without {@code irreversible} and {@code nothing}
 */
record SectionOptions(
        TransactionMode transaction,
        @Nullable BatchOptions batch,
        @Nullable String extension,
        ExtensionOffer offer,
        List<String> words) {

    /** Holds the options of a section that runs in one transaction. */
    static final SectionOptions NONE = of(TransactionMode.TRANSACTIONAL);

    SectionOptions {
        words = List.copyOf(words);
    }

    /** Returns the same options for a server whose offer is known. */
    SectionOptions decided(ExtensionOffer known) {
        TransactionMode mode = known == ExtensionOffer.NOT_OFFERED ? TransactionMode.TRANSACTIONAL : transaction;
        return new SectionOptions(mode, batch, extension, known, words);
    }

    static SectionOptions of(TransactionMode transaction) {
        List<String> words = transaction == TransactionMode.NONE ? List.of("transaction=none") : List.of();
        return new SectionOptions(transaction, null, null, ExtensionOffer.UNKNOWN, words);
    }
}
