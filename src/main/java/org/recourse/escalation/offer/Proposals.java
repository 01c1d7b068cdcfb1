package org.recourse.escalation.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.TalkHappening;
import org.recourse.record.Words;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was offered in each case, in order, with the customer's answers. */
@Repository
public class Proposals {

    /** What the history says of a final position that was not accepted: an answer of its own, not that of an offer. */
    private static final String FINALLY_REFUSED = "final-refused";

    private final JdbcClient jdbc;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;

    Proposals(JdbcClient jdbc, CaseLog log, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.user = user;
        this.clock = clock;
    }

    /** Returns the line of it for the history. */
    public CaseEvent add(
            EscalationCase escalation,
            Step step,
            String solution,
            Compensation compensation,
            @Nullable Instant dueBy,
            Allowance allowance) {
        jdbc.sql("""
                        insert into proposal (case_number, number, level, solution, kind, amount, kind2, amount2,
                          currency, due_by, allowed_by, approval_id, proposed_by, proposed_at)
                        values (?, (select coalesce(max(number), 0) + 1 from proposal where case_number = ?),
                          ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint), ?, ?)""")
                .params(
                        escalation.number(),
                        escalation.number(),
                        escalation.level(),
                        solution,
                        compensation.kindValue(0),
                        compensation.amount(0),
                        compensation.kindValue(1),
                        compensation.amount(1),
                        compensation.currency(),
                        CaseField.bound(dueBy),
                        allowance.place() == null ? null : SayingJson.write(allowance.place()),
                        allowance.approval(),
                        user.id(),
                        now())
                .update();
        return log.event(step, new TalkHappening.Proposed(new Words(solution), compensation.amounts(), dueBy));
    }

    /**
     * The customer's answer to the latest proposal; a changed due time replaces the proposed one.
     *
     * @return the line of it for the history
     */
    public CaseEvent answered(Step step, CustomerAnswer answer, @Nullable String reason, @Nullable Instant dueBy) {
        return answered(step, answer, reason, false, dueBy);
    }

    /** {@link #answered} of a final position, which the customer accepts or not. */
    public CaseEvent answeredFinally(Step step, boolean accepted, @Nullable Instant dueBy) {
        CustomerAnswer answer = accepted ? CustomerAnswer.AGREED : CustomerAnswer.ACCEPTED_NO_CHANGE;
        return answered(step, answer, null, !accepted, dueBy);
    }

    private CaseEvent answered(
            Step step,
            CustomerAnswer answer,
            @Nullable String reason,
            boolean finallyRefused,
            @Nullable Instant dueBy) {
        CaseNumber caseNumber = step.caseNumber();
        jdbc.sql("""
                        update proposal set answer = ?, answered_at = ?, refusal_reason = coalesce(?, refusal_reason),
                          finally_refused = ?, due_by = coalesce(?, due_by)
                        where case_number = ? and number = (select max(number) from proposal where case_number = ?)""")
                .params(answer.value(), now(), reason, finallyRefused, CaseField.bound(dueBy), caseNumber, caseNumber)
                .update();
        return log.event(
                step, new TalkHappening.Answered(finallyRefused ? FINALLY_REFUSED : answer.value(), Words.of(reason)));
    }

    /** The answer to the latest proposal was clicked by mistake: it waits for an answer again. */
    public void unanswer(CaseNumber caseNumber) {
        jdbc.sql("""
                        update proposal set answer = null, answered_at = null, refusal_reason = null,
                          finally_refused = false
                        where case_number = ? and number = (select max(number) from proposal where case_number = ?)""").params(caseNumber, caseNumber).update();
    }

    /** The latest proposal, if nobody has answered it, was made by mistake and is none of the angles. */
    public void takeBack(CaseNumber caseNumber) {
        jdbc.sql("""
                        update proposal set answer = ?
                        where case_number = ? and answer is null
                          and number = (select max(number) from proposal where case_number = ?)""").params(Proposal.TAKEN_BACK, caseNumber, caseNumber).update();
    }

    public List<Proposal> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from proposal where case_number = ? order by number")
                .param(caseNumber)
                .query(Proposals::row)
                .list();
    }

    public Optional<Proposal> latest(CaseNumber caseNumber) {
        return jdbc.sql("select * from proposal where case_number = ? order by number desc limit 1")
                .param(caseNumber)
                .query(Proposals::row)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Proposal row(ResultSet row, int n) throws SQLException {
        OffsetDateTime due = row.getObject("due_by", OffsetDateTime.class);
        String allowedBy = row.getString("allowed_by");
        return new Proposal(
                row.getLong("id"),
                row.getInt("number"),
                row.getInt("level"),
                row.getString("solution"),
                Compensation.of(
                        row.getString("kind"),
                        row.getBigDecimal("amount"),
                        row.getString("kind2"),
                        row.getBigDecimal("amount2"),
                        row.getString("currency")),
                due == null ? null : due.toInstant(),
                PersonId.of(row.getString("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                row.getString("refusal_reason"),
                row.getBoolean("finally_refused"),
                allowedBy == null ? null : SayingJson.read(allowedBy));
    }
}
