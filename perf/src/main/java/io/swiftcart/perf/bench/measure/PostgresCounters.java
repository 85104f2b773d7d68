package io.swiftcart.perf.bench.measure;

import io.swiftcart.perf.bench.shop.Databases;

/** What the server has written since it started: bytes of write-ahead log, its flushes, commits. */
record PostgresCounters(double walBytes, double walFlushes, double commits) {
    /** A session reports at most once a second. */
    private static final String SQL =
            """
            select (select wal_bytes from pg_stat_wal),
                   (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'),
                   (select sum(xact_commit) from pg_stat_database)
            """;

    static PostgresCounters now(Databases databases) {
        String[] row = databases.rows("postgres", SQL).getFirst();
        return new PostgresCounters(
                Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2]));
    }

    Cost.Postgres since(PostgresCounters before, long orders) {
        double each = Math.max(1, orders);
        return new Cost.Postgres(
                (walBytes - before.walBytes) / each,
                (walFlushes - before.walFlushes) / each,
                (commits - before.commits) / each);
    }
}
