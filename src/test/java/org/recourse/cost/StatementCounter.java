package org.recourse.cost;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the server's {@code pg_stat_statements} what it was asked to do in one database. Beginning and ending a transaction
 * are no statements; what begins before and ends after a reset stands there with its constants.
 */
final class StatementCounter {

    private static final String ENDS_OR_BEGINS =
            "begin|commit|rollback|set |show |savepoint|release|deallocate|discard";

    private final JdbcClient server;
    private final String database;

    StatementCounter(JdbcClient server, String database) {
        this.server = server;
        this.database = database;
    }

    Cost of(Runnable work) {
        server.sql("select pg_stat_statements_reset()").query().listOfRows();
        long before = transactions();
        work.run();
        return new Cost(executed(), (int) (transactions() - before));
    }

    private Map<String, Integer> executed() {
        Map<String, Integer> executed = new TreeMap<>();
        server.sql("""
                        select query, calls from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = ?) and query !~* ?""").params(database, "^(" + ENDS_OR_BEGINS + ")").query(row -> {
            executed.merge(brief(row.getString("query")), row.getInt("calls"), Integer::sum);
        });
        return executed;
    }

    /** Each transaction that writes takes a number. */
    private long transactions() {
        return server.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Short enough to be read in a list, and still to be told apart. */
    static String brief(String sql) {
        String brief = sql.toLowerCase(Locale.ROOT)
                .replaceAll("'[^']*'|\\$\\d+|\\b\\d+\\b", "?")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^insert into (\\w+) ?\\(.*", "insert into $1")
                .replaceAll("^update (\\w+) set .* where ", "update $1 ... where ")
                .replaceAll("^select .{40,}? from (?=\\w)", "select ... from ")
                .replaceAll("\\( ?\\?( ?, ?\\?)* ?\\)", "(?)");
        return brief.length() > 160 ? brief.substring(0, 160) + " ..." : brief;
    }
}
