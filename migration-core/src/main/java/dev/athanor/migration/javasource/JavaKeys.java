package dev.athanor.migration.javasource;

import dev.athanor.migration.schema.IndexKey;

/** Keys of indexes, in Java. */
final class JavaKeys {

    private final JavaImports imports;

    JavaKeys(JavaImports imports) {
        this.imports = imports;
    }

    /** Returns the name of a column in quotation marks if the key has no other property. */
    String nameOrKey(IndexKey key) {
        return isPlainColumn(key) ? JavaStrings.of(String.valueOf(key.column())) : key(key);
    }

    JavaChain chain(Iterable<IndexKey> keys) {
        JavaChain chain = new JavaChain();
        for (IndexKey key : keys) {
            if (isPlainExpression(key)) {
                chain.call("onExpression", String.valueOf(key.expression()));
            } else {
                chain.code("on", nameOrKey(key));
            }
        }
        return chain;
    }

    static boolean isPlainColumn(IndexKey key) {
        return key.column() != null && key.equals(IndexKey.ofColumn(key.column()));
    }

    private static boolean isPlainExpression(IndexKey key) {
        return key.expression() != null && key.equals(IndexKey.ofExpression(key.expression()));
    }

    private String key(IndexKey key) {
        String subject = key.column() == null
                ? "ofExpression(" + JavaStrings.of(String.valueOf(key.expression())) + ")"
                : "ofColumn(" + JavaStrings.of(key.column()) + ")";
        JavaChain more = new JavaChain()
                .callIfGiven("withCollation", key.collation())
                .callIfGiven("withOperatorClass", key.operatorClass())
                .callIf(key.descending(), "desc");
        if (key.nullsFirst() != key.descending()) {
            more.code("withNullsFirst", String.valueOf(key.nullsFirst()));
        }
        return more.on(imports.indexKey() + "." + subject);
    }
}
