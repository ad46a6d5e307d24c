package dev.athanor.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In a schema of others. */
@Entity
@Table(schema = "desk")
public class Loan {

    @Id
    private int number;

    public Loan() {}
}
