package org.recourse.escalation.model;

import static org.recourse.model.CustomerEscalationIds.START_EVENT_CASE_OPENED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.stereotype.Repository;

/** The cases. Saving one writes its changed fields and a line of history for each, in the caller's transaction. */
@Repository
public class Cases {

    private final JdbcClient jdbc;
    private final CasesInTransaction inTransaction;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;
    private final String region;
    private final Set<String> practiceCustomers;
    private final DataFieldMaxValueIncrementer sequence;

    Cases(
            JdbcClient jdbc,
            CasesInTransaction inTransaction,
            CaseLog log,
            CurrentUser user,
            Clock clock,
            DataFieldMaxValueIncrementer caseSequence,
            @Value("${recourse.region:EU}") String region,
            @Value("${recourse.practice-customers:}") Set<String> practiceCustomers) {
        this.practiceCustomers = practiceCustomers;
        this.sequence = caseSequence;
        this.jdbc = jdbc;
        this.inTransaction = inTransaction;
        this.log = log;
        this.user = user;
        this.clock = clock;
        this.region = region;
    }

    /**
     * Opens a case and gives it its number {@code R-<region>-<yyyy>-<sequence>}. One of a practice customer is practice (R33):
     * it is in no figure, and nothing is paid.
     */
    public EscalationCase open(Team team, String customerNumber, Channel channel, ZoneId zone, String title) {
        var now = clock.instant();
        CaseNumber number = CaseNumber.of(region, now.atZone(zone).getYear(), sequence.nextLongValue());
        Map<CaseField, @Nullable Object> fields = beginning();
        fields.put(CaseField.TEAM, team.value());
        fields.put(CaseField.CUSTOMER_NUMBER, customerNumber);
        fields.put(CaseField.TITLE, title);
        EscalationCase opened =
                new EscalationCase(number, 0, zone, channel, user.id().value(), now, fields);
        insert(opened, fields);
        log.happened(number, START_EVENT_CASE_OPENED, new CourseHappening.Opened(channel.value(), new Words(title)));
        return opened;
    }

    private static Map<CaseField, @Nullable Object> beginning() {
        Map<CaseField, @Nullable Object> fields = new EnumMap<>(CaseField.class);
        fields.put(CaseField.STATE, CaseState.OPEN.value());
        fields.put(CaseField.URGENCY, 0);
        fields.put(CaseField.PRIORITY, 50);
        fields.put(CaseField.ANGLES, 2);
        fields.put(CaseField.LEVEL, 1);
        fields.put(CaseField.LEVEL_WANTED, 1);
        fields.put(CaseField.REOPENED, 0);
        fields.put(CaseField.CHECK_INS, 0);
        return fields;
    }

    private void insert(EscalationCase opened, Map<CaseField, @Nullable Object> fields) {
        String columns = fields.keySet().stream().map(CaseField::column).collect(Collectors.joining(", "));
        List<@Nullable Object> values = new ArrayList<>(List.of(
                opened.number(),
                opened.version(),
                opened.zone().getId(),
                opened.channel().value(),
                opened.openedBy(),
                opened.openedAt().atOffset(ZoneOffset.UTC),
                practiceCustomers.contains(opened.customerNumber())));
        values.addAll(fields.values());
        jdbc.sql(
                        "insert into escalation_case (case_number, version, zone, channel, opened_by, opened_at, practice, %s) values (%s)"
                                .formatted(columns, String.join(", ", Collections.nCopies(values.size(), "?"))))
                .params(values)
                .update();
        inTransaction.remember(opened);
    }

    public EscalationCase get(CaseNumber caseNumber) {
        return find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    public Optional<EscalationCase> find(CaseNumber caseNumber) {
        return inTransaction.find(caseNumber).or(() -> read(caseNumber));
    }

    private Optional<EscalationCase> read(CaseNumber caseNumber) {
        Optional<EscalationCase> stored = jdbc.sql("select * from escalation_case where case_number = ?")
                .param(caseNumber)
                .query(Cases::row)
                .optional();
        stored.ifPresent(inTransaction::remember);
        return stored;
    }

    /** Cases of a customer, newest first, without those whose contact joined another. */
    public List<EscalationCase> ofCustomer(String customerNumber) {
        return jdbc.sql("""
                        select * from escalation_case where customer_number = ? and state <> 'joined'
                        order by opened_at desc limit 50""").param(customerNumber).query(Cases::row).list();
    }

    /**
     * Writes what a step changed, one line of history for each field.
     *
     * @throws OptimisticLockingFailureException when somebody else changed the case since it was read
     */
    public void save(EscalationCase changedCase, Step step) {
        save(changedCase, step, List.of());
    }

    /** Like {@link #save(EscalationCase, Step)}; what happened beside the changes follows them in the history. */
    public void save(EscalationCase changedCase, Step step, List<CaseEvent> happened) {
        List<CaseEvent> events = new ArrayList<>(write(changedCase, step));
        events.addAll(happened);
        log.add(changedCase.number(), events);
    }

    private List<CaseEvent> write(EscalationCase changedCase, Step step) {
        Map<CaseField, @Nullable Object> changes = changedCase.changes();
        if (changes.isEmpty()) {
            return List.of();
        }
        String columns =
                changes.keySet().stream().map(field -> field.column() + " = ?").collect(Collectors.joining(", "));
        List<@Nullable Object> values = new ArrayList<>();
        changes.values().forEach(value -> values.add(CaseField.bound(value)));
        values.add(changedCase.number());
        values.add(changedCase.version());
        int rows = jdbc.sql("update escalation_case set %s, version = version + 1 where case_number = ? and version = ?"
                        .formatted(columns))
                .params(values)
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    changedCase.number() + " was changed by somebody else just now");
        }
        inTransaction.remember(changedCase.asSaved());
        return changes.entrySet().stream()
                .map(change -> log.event(
                        step, change.getKey().changed(changedCase.before(change.getKey()), change.getValue())))
                .toList();
    }

    public void inZone(CaseNumber caseNumber, ZoneId zone) {
        jdbc.sql("update escalation_case set zone = ? where case_number = ?")
                .params(zone.getId(), caseNumber)
                .update();
    }

    private static EscalationCase row(ResultSet row, int n) throws SQLException {
        Map<CaseField, @Nullable Object> fields = new EnumMap<>(CaseField.class);
        for (CaseField field : CaseField.values()) {
            fields.put(field, field.read(row));
        }
        return new EscalationCase(
                CaseNumber.of(row.getString("case_number")),
                row.getInt("version"),
                ZoneId.of(row.getString("zone")),
                Channel.valueOf(
                        row.getString("channel").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                fields);
    }
}
