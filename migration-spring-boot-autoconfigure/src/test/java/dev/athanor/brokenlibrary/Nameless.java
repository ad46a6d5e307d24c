package dev.athanor.brokenlibrary;

import jakarta.persistence.Entity;

/** An entity without a key. */
@Entity
public class Nameless {

    private String text;

    public Nameless() {}
}
