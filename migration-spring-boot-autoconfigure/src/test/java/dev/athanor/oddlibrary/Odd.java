package dev.athanor.oddlibrary;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Of a type that no server knows. */
@Entity
public class Odd {

    @Id
    private int id;

    @Column(columnDefinition = "shelfmark")
    private String mark;

    public Odd() {}
}
