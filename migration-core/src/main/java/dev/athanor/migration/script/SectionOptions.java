package dev.athanor.migration.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a marker line says of its section.
 *
 * @param transaction how the section's statements commit
 * @param batch how a table is walked; null where none is
 * @param extension the extension that the server has to offer; null where it need not
 * @param offer whether it does, where that was asked
 * @param words the options as written, those that say that there is no way back excepted
 */
record SectionOptions(
        TransactionMode transaction,
        @Nullable BatchOptions batch,
        @Nullable String extension,
        ExtensionOffer offer,
        List<String> words) {

    /** A section in one transaction. */
    static final SectionOptions NONE = of(TransactionMode.TRANSACTIONAL);

    SectionOptions {
        words = List.copyOf(words);
    }

    /** The same on a server of which it is known what it offers. */
    SectionOptions decided(ExtensionOffer known) {
        TransactionMode mode = known == ExtensionOffer.NOT_OFFERED ? TransactionMode.TRANSACTIONAL : transaction;
        return new SectionOptions(mode, batch, extension, known, words);
    }

    static SectionOptions of(TransactionMode transaction) {
        List<String> words = transaction == TransactionMode.NONE ? List.of("transaction=none") : List.of();
        return new SectionOptions(transaction, null, null, ExtensionOffer.UNKNOWN, words);
    }
}
