package org.recourse.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads clocks with their stretches, of which each is a row. */
final class StoredClocks {

    static final String SELECT = """
            select c.*, i.seq, i.from_at, i.running, i.cause, i.target, i.rule as its_rule, i.calendar as its_calendar
            from clock c join clock_interval i on i.case_number = c.case_number and i.number = c.number
            """;
    static final String ORDER = " order by c.case_number, c.number, i.seq";

    private StoredClocks() {}

    static List<CaseClock> read(JdbcClient.StatementSpec statement) {
        Map<ClockKey, CaseClock> clocks = new LinkedHashMap<>();
        statement.query(row -> {
            ClockKey key = new ClockKey(CaseNumber.of(row.getString("case_number")), row.getInt("number"));
            CaseClock known = clocks.get(key);
            if (known == null) {
                known = head(row);
                clocks.put(key, known);
            }
            known.stretches().add(stretch(row));
        });
        return List.copyOf(clocks.values());
    }

    private static CaseClock head(ResultSet row) throws SQLException {
        return new CaseClock(
                CaseNumber.of(row.getString("case_number")),
                row.getInt("number"),
                row.getInt("version"),
                ClockKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("what"),
                Team.of(row.getString("team")),
                SayingJson.read(row.getString("rule")),
                row.getString("policy"),
                row.getString("calendar"),
                row.getString("met_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("warn_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("watched"),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getBoolean("met"),
                new ArrayList<>());
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getInt("seq"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("running"),
                SayingJson.read(row.getString("cause")),
                Target.parse(row.getString("target")),
                SayingJson.read(row.getString("its_rule")),
                row.getString("its_calendar"));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
