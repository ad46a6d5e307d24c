package dev.athanor.library;

/** An amount in cents. */
public record Price(int cents) {}
