package dev.athanor.benchmarks.contest;

/** Generated revisions as scripts. */
public final class AthanorScript {

    private AthanorScript() {}

    /** The script of one. */
    public static String of(Revisions revisions, int number) {
        return "-- customers of revision " + number + "\n--\n-- Revision ID: " + id(number) + "\n-- Revises:"
                + (number == 1 ? "" : " " + id(number - 1)) + "\n-- Create Date: 2025-10-07T10:50:00Z\n\n-- @upgrade\n"
                + revisions.upgrade(number) + "\n-- @downgrade\n" + revisions.downgrade(number);
    }

    private static String id(int number) {
        return String.format("c%011x", number);
    }
}
