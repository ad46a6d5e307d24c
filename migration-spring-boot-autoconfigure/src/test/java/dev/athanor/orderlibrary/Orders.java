package dev.athanor.orderlibrary;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.util.List;

/** Each kind of mapping once. */
public final class Orders {

    private Orders() {}

    /** With the key behind other fields. */
    @MappedSuperclass
    public abstract static class Base {
        private String zone;

        @Id
        private Long id;

        @Version
        private int revision;
    }

    /** Of two fields of its own. */
    @Embeddable
    public static class Place {
        private String street;
        private String city;
    }

    /** With fields of a superclass, an embedded object and a reference. */
    @Entity(name = "customer")
    @SecondaryTable(name = "customer_note")
    public static class Customer extends Base {
        private String name;

        @Embedded
        private Place place;

        @Column(table = "customer_note")
        private String text;

        @Column(table = "customer_note")
        private String author;

        private boolean active;

        @ManyToOne
        private Customer boss;

        private Long age;

        @ElementCollection
        @CollectionTable(name = "customer_places")
        private List<Place> places;
    }

    /** Of a key of two columns. */
    @Embeddable
    public record LineKey(Long orderNumber, Integer line) {}

    /** With a key of two columns. */
    @Entity(name = "line")
    public static class Line {
        private String remark;

        @EmbeddedId
        private LineKey key;

        private Integer amount;
    }

    /** One table for all kinds. */
    @Entity(name = "pet")
    @DiscriminatorColumn(name = "kind")
    public static class Pet {
        @Id
        private Long id;

        private String name;
    }

    /** Before dogs by its name. */
    @Entity(name = "cat")
    public static class Cat extends Pet {
        private String whiskers;
        private Integer lives;
    }

    /** A table for each class, joined. */
    @Entity(name = "vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Vehicle {
        private String plate;

        @Id
        private Long id;
    }

    /** A table of its own. */
    @Entity(name = "truck")
    public static class Truck extends Vehicle {
        private String maker;
        private Integer load;
    }

    /** A whole table for each class. */
    @Entity(name = "payment")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Payment {
        private String payer;

        @Id
        private Long id;

        private Long cents;
    }

    /** With the columns of its superclass. */
    @Entity(name = "card")
    public static class Card extends Payment {
        private String owner;
        private Integer digits;
    }

    /** Mapped by its getters. */
    @Entity(name = "reading")
    public static class Reading {
        private String unit;
        private Long id;
        private Integer amount;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public Integer getAmount() {
            return amount;
        }

        public void setAmount(Integer amount) {
            this.amount = amount;
        }

        public String getUnit() {
            return unit;
        }

        public void setUnit(String unit) {
            this.unit = unit;
        }
    }
}
