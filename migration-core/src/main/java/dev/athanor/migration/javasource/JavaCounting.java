package dev.athanor.migration.javasource;

import dev.athanor.migration.schema.SequenceOptions;

/** Writes in Java how a sequence counts. */
final class JavaCounting {

    private JavaCounting() {}

    /**
     * @param type the type if none is given
     */
    static JavaChain of(String type, SequenceOptions options) {
        boolean up = options.increment() > 0;
        long largest = SequenceOptions.maximum(options.type());
        JavaChain chain = new JavaChain();
        if (!options.type().equals(type)) {
            chain.call("as", options.type());
        }
        number(chain, "increment", options.increment(), 1);
        number(chain, "min", options.minValue(), up ? 1 : -largest - 1);
        number(chain, "max", options.maxValue(), up ? largest : -1);
        number(chain, "start", options.start(), up ? options.minValue() : options.maxValue());
        number(chain, "cache", options.cache(), 1);
        return chain.callIf(options.cycle(), "cycle");
    }

    private static void number(JavaChain chain, String method, long value, long itself) {
        if (value != itself) {
            chain.code(method, number(value));
        }
    }

    private static String number(long value) {
        return value == (int) value ? String.valueOf(value) : value + "L";
    }
}
