package dev.athanor.oddapp;

import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;

/** Each with a fault. */
public class Odd {

    /** Not a revision. */
    @RevisionHeader(id = "0dd1")
    public static class Stranger {}

    /** Not a class to run. */
    @RevisionHeader(id = "0dd2")
    public abstract static class Half implements JavaRevision {}

    /** Not by itself. */
    @RevisionHeader(id = "0dd3")
    public class Inner implements JavaRevision {

        @Override
        public void upgrade(Operations op) {}
    }

    /** Fails when it is created. */
    @RevisionHeader(id = "0dd4")
    public static class Failing implements JavaRevision {

        Failing() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public void upgrade(Operations op) {}
    }
}
