package dev.athanor.library;

/** An entity by a mapping file. */
public class Reader {

    private int number;

    public Reader() {}
}
