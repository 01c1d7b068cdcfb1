package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The entries of the ledger behind the figures of a month. */
@Repository
public class BudgetEntries {

    private static final String BEHIND = """
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
            left join money_case c on c.case_number = t.case_number
            where t.budget_month = :month and (cast(:team as varchar(64)) is null or t.team = :team)
              and (cast(:cause as varchar(40)) is null or coalesce(c.cause, 'not-named') = :cause)""";

    private static final String LINES = """
            select t.at, t.team, t.kind, e.account, e.amount, t.currency, t.case_number, t.customer_number,
              t.compensation_kind, c.cause, t.who, t.reason\040""";

    private final JdbcClient jdbc;

    BudgetEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest of the entries asked for, how many there are in all and what they sum to. */
    public Behind behind(Asked asked, int atMost) {
        Behind all = asked(asked, "select count(*) as n, coalesce(sum(e.amount), 0) as total ", "")
                .query((row, n) -> new Behind(row.getInt("n"), row.getBigDecimal("total"), List.of()))
                .single();
        List<EntryLine> newest = asked(asked, LINES, " order by t.id desc, e.id desc limit " + atMost)
                .query(BudgetEntries::line)
                .list();
        return new Behind(all.count(), all.total(), newest);
    }

    /** All entries asked for, oldest first; to be closed. */
    public Stream<EntryLine> all(Asked asked) {
        return asked(asked, LINES, " order by t.id, e.id").query(BudgetEntries::line).stream();
    }

    private StatementSpec asked(Asked asked, String what, String order) {
        BudgetFigure figure = asked.figure();
        return jdbc.sql(what + BEHIND + (figure == null ? "" : " and " + figure.entries()) + order)
                .param("month", asked.month().toString())
                .param("team", asked.team())
                .param("cause", asked.cause());
    }

    private static EntryLine line(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        String caseNumber = row.getString("case_number");
        return new EntryLine(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Team.of(row.getString("team")),
                row.getString("kind"),
                row.getString("account"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                caseNumber == null ? null : CaseNumber.of(caseNumber),
                row.getString("customer_number"),
                row.getString("compensation_kind"),
                row.getString("cause"),
                row.getString("who"),
                reason == null ? null : SayingJson.read(reason));
    }

    /**
     * Which entries.
     *
     * @param team null for all teams
     * @param figure null for every account, which sums to zero
     * @param cause a root cause, {@code not-named} for cases without one, null for all
     */
    public record Asked(
            YearMonth month,
            @Nullable Team team,
            @Nullable BudgetFigure figure,
            @Nullable String cause) {}

    /** @param total of all entries asked for, also of those that are not among {@code entries} */
    public record Behind(int count, BigDecimal total, List<EntryLine> entries) {}

    /** One entry with what is to be known about its transaction. */
    public record EntryLine(
            Instant at,
            Team team,
            String kind,
            String account,
            BigDecimal amount,
            String currency,
            @Nullable CaseNumber caseNumber,
            @Nullable String customerNumber,
            @Nullable String compensationKind,
            @Nullable String cause,
            String who,
            @Nullable Saying reason) {}
}
