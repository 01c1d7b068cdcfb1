package org.recourse.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.ledger.MoneyProperties;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests for approval. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MoneyProperties properties;

    ApprovalRows(JdbcClient jdbc, Clock clock, MoneyProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    void insert(
            CaseNumber caseNumber,
            ApprovalPurpose purpose,
            Requester requester,
            Compensation asked,
            Given given,
            boolean covered,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into approval (case_number, purpose, asked_by, asked_role, asked_at, team, tier, kind,
                          amount, kind2, amount2, currency, goodwill_total, money_back_total, earlier_goodwill, covered,
                          reason, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')""")
                .params(
                        caseNumber,
                        purpose.value(),
                        requester.person(),
                        requester.role().value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        requester.team(),
                        requester.tier(),
                        asked.kindValue(0),
                        asked.amount(0),
                        asked.kindValue(1),
                        asked.amount(1),
                        asked.currency(),
                        given.goodwillWith(asked),
                        given.moneyBackWith(asked),
                        given.earlierGoodwill(),
                        covered,
                        reason)
                .update();
    }

    /** The latest request of a case, whatever became of it. */
    Optional<Approval> latest(CaseNumber caseNumber) {
        return jdbc.sql("select * from approval where case_number = ? order by id desc limit 1")
                .param(caseNumber)
                .query(ApprovalRows::row)
                .optional();
    }

    List<Approval> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from approval where case_number = ? order by id")
                .param(caseNumber)
                .query(ApprovalRows::row)
                .list();
    }

    void ruled(long id, String approver, Saying reason, int answerMinutes) {
        jdbc.sql("update approval set approver = ?, authority_reason = ?, answer_minutes = ? where id = ?")
                .params(approver, SayingJson.write(reason), answerMinutes, id)
                .update();
    }

    /** @return whether the request was still open and had no first decision */
    boolean firstDecision(long id, Approver approver, Compensation asked, Compensation approved, Saying reason) {
        return jdbc.sql("""
                                update approval set first_decided_by = ?, first_decided_for = ?, approved_amount = ?, approved_amount2 = ?,
                                  decision_reason = ?
                                where id = ? and state = 'open' and first_decided_by is null""")
                        .params(
                                approver.person(),
                                approver.forWhom(),
                                approved.amountOf(asked, 0),
                                approved.amountOf(asked, 1),
                                SayingJson.write(reason),
                                id)
                        .update()
                == 1;
    }

    /** @return whether the request was still open */
    boolean decided(
            Approval approval,
            ApprovalState state,
            Compensation approved,
            @Nullable Approver approver,
            @Nullable Saying reason) {
        return jdbc.sql("""
                                update approval set state = ?, approved_amount = ?, approved_amount2 = ?,
                                  decided_by = ?, decided_for = ?, decided_at = ?, valid_until = ?,
                                  decision_reason = coalesce(?, decision_reason)
                                where id = ? and state = 'open'""")
                        .params(
                                state.value(),
                                approved.amountOf(approval.asked(), 0),
                                approved.amountOf(approval.asked(), 1),
                                approver == null ? null : approver.person(),
                                approver == null ? null : approver.forWhom(),
                                clock.instant(),
                                clock.instant().plus(properties.approvalValidFor()),
                                reason == null ? null : SayingJson.write(reason),
                                approval.id())
                        .update()
                == 1;
    }

    /**
     * What was decided in the case is not used any more, nor a ceiling that is decided only now.
     *
     * @return whether there was such a request
     */
    boolean voidAll(CaseNumber caseNumber) {
        return jdbc.sql("""
                                update approval set voided_at = ?
                                where case_number = ? and (state <> 'open' or purpose = 'ceiling') and voided_at is null""").params(clock.instant(), caseNumber).update() > 0;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Approval row(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Approval(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                ApprovalPurpose.valueOf(upper(row, "purpose")),
                PersonId.of(row.getString("asked_by")),
                Role.valueOf(upper(row, "asked_role")),
                Team.of(row.getString("team")),
                row.getString("tier"),
                Compensation.of(
                        row.getString("kind"),
                        row.getBigDecimal("amount"),
                        row.getString("kind2"),
                        row.getBigDecimal("amount2"),
                        currency),
                row.getBigDecimal("goodwill_total"),
                row.getBigDecimal("money_back_total"),
                row.getBigDecimal("earlier_goodwill"),
                row.getString("reason"),
                row.getString("approver"),
                said(row, "authority_reason"),
                row.getInt("answer_minutes"),
                row.getBoolean("covered"),
                ApprovalState.valueOf(upper(row, "state")),
                Compensation.of(
                        row.getString("kind"),
                        row.getBigDecimal("approved_amount"),
                        row.getString("kind2"),
                        row.getBigDecimal("approved_amount2"),
                        currency),
                PersonId.ofNullable(row.getString("first_decided_by")),
                PersonId.ofNullable(row.getString("first_decided_for")),
                PersonId.ofNullable(row.getString("decided_by")),
                PersonId.ofNullable(row.getString("decided_for")),
                instant(row, "decided_at"),
                instant(row, "valid_until"),
                instant(row, "voided_at"),
                said(row, "decision_reason"));
    }

    /** Who approves may say nothing about it. */
    private static @Nullable Saying said(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        Saying said = stored == null ? null : SayingJson.read(stored);
        return said instanceof Written written && written.words().isBlank() ? null : said;
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
