package dev.athanor.library;

/** A bean that a converter needs. */
public interface Rounding {

    int round(int cents);
}
