package dev.athanor.migration.testing;

import java.util.ArrayList;
import java.util.List;

/** The round trips of all connections of a proxy, each with the statements it carried. */
final class RoundTrips {

    private final List<StringBuilder> trips = new ArrayList<>();

    synchronized void begin() {
        trips.add(new StringBuilder());
    }

    synchronized void say(String words) {
        if (words.isEmpty() || trips.isEmpty()) {
            return;
        }
        StringBuilder trip = trips.get(trips.size() - 1);
        trip.append(trip.isEmpty() ? "" : " | ").append(words);
    }

    synchronized void clear() {
        trips.clear();
    }

    synchronized int count() {
        return trips.size();
    }

    synchronized List<String> texts() {
        return trips.stream().map(StringBuilder::toString).toList();
    }
}
