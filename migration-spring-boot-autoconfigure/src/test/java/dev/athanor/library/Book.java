package dev.athanor.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Constrained by Bean Validation, with an attribute that a converter makes a number of. */
@Entity
public class Book {

    /** How a book is bound. */
    public enum Binding {
        HARD,
        SOFT
    }

    @Id
    @GeneratedValue
    private Long id;

    @NotNull @Size(max = 80) private String bookTitle;

    private Price price;

    private Binding binding;

    @ManyToOne
    private Shelf shelf;

    public Book() {}
}
