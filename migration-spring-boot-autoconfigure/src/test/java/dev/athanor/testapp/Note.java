package dev.athanor.testapp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A note. */
@Entity
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 200)
    private String text = "";

    @Column(length = 80)
    private @Nullable String author;

    protected Note() {}

    /** A note of an author's. */
    public Note(String text, String author) {
        this.text = text;
        this.author = author;
    }

    /** Its id, once saved. */
    public @Nullable Long id() {
        return id;
    }

    /** What and who. */
    @Override
    public String toString() {
        return text + " by " + author;
    }
}
