package dev.athanor.benchmarks.contest;

import dev.athanor.benchmarks.Server;
import dev.athanor.migration.testing.RoundTripProxy;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;

/** Single runs of a contestant, on a server. */
record Track(Server server, Course course) {

    /** On a fresh database; through a proxy only where there is latency to add. */
    Duration apply(Contestant contestant, Duration latency) throws Exception {
        TestDatabase database = server.createDatabase();
        try {
            if (latency.isZero()) {
                return course.time(contestant, database);
            }
            try (RoundTripProxy proxy = RoundTripProxy.to(database.url(), latency)) {
                return course.time(contestant, proxy.through(database));
            }
        } finally {
            server.drop(database);
        }
    }

    /** The round trips of a run on a fresh database, those of the handshake included. */
    int tripsToApply(Contestant contestant) throws Exception {
        TestDatabase database = server.createDatabase();
        try {
            return trips(contestant, database);
        } finally {
            server.drop(database);
        }
    }

    /** The round trips of a run, those of the handshake included. */
    int trips(Contestant contestant, TestDatabase database) throws Exception {
        try (RoundTripProxy proxy = RoundTripProxy.to(database.url())) {
            course.time(contestant, proxy.through(database));
            return proxy.trips();
        }
    }
}
