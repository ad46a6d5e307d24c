package dev.athanor.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In the migrations' own schema, and says so. */
@Entity
@Table(schema = "library")
public class Shelf {

    @Id
    private int number;

    public Shelf() {}
}
