package org.recourse.worklist;

import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.recourse.worklist.WaitingSteps.WaitingStep;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The column that only one list has: which amount waits for approval, when and where to call, what was promised, what is
 * asked. One query for each kind of step that is in the list.
 */
@Component
class CardDetails {

    private static final int LENGTH = 120;

    private final JdbcClient jdbc;
    private final Times times;
    private final Texts texts;

    CardDetails(JdbcClient jdbc, Times times, Texts texts) {
        this.jdbc = jdbc;
        this.times = times;
        this.texts = texts;
    }

    /** Sentences by task id, for the steps that have one. */
    Map<String, String> of(Collection<WaitingStep> steps) {
        Map<String, String> details = new HashMap<>();
        byCase(details, steps, USER_TASK_APPROVE_COMPENSATION, """
                        select case_number as id, kind, amount, kind2, amount2, currency from worklist_approval
                        where state = 'open' and case_number in (:ids)""", this::asked);
        byCase(details, steps, USER_TASK_CALL_BACK, """
                        select case_number as id, number, window_from, window_to from worklist_callback
                        where state = 'booked' and case_number in (:ids)""", this::window);
        byNumber(
                details,
                steps,
                USER_TASK_KEEP_PROMISE,
                "select id, what as words, due_by from worklist_promise where id in (:ids)");
        byNumber(
                details,
                steps,
                USER_TASK_ANSWER_QUESTION,
                "select id, question as words, due_by from worklist_question where id in (:ids)");
        return details;
    }

    private interface Sentence {
        String of(ResultSet row) throws SQLException;
    }

    private void byCase(
            Map<String, String> details, Collection<WaitingStep> steps, String element, String sql, Sentence sentence) {
        List<WaitingStep> those =
                steps.stream().filter(step -> step.element().equals(element)).toList();
        Map<Object, String> found =
                found(those.stream().map(WaitingStep::caseNumber).toList(), sql, sentence);
        those.forEach(step -> put(details, step, found.get(step.caseNumber())));
    }

    private void byNumber(Map<String, String> details, Collection<WaitingStep> steps, String element, String sql) {
        List<WaitingStep> those = steps.stream()
                .filter(step -> step.element().equals(element) && step.about() != null)
                .toList();
        Map<Object, String> found = found(those.stream().map(WaitingStep::about).toList(), sql, this::due);
        those.forEach(step -> put(details, step, found.get(step.about())));
    }

    private Map<Object, String> found(List<?> ids, String sql, Sentence sentence) {
        Map<Object, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                found.put(row.getObject("id"), sentence.of(row));
            });
        }
        return found;
    }

    private static void put(Map<String, String> details, WaitingStep step, @Nullable String sentence) {
        if (sentence != null) {
            details.put(step.taskId(), sentence);
        }
    }

    private String asked(ResultSet row) throws SQLException {
        Compensation asked = Compensation.of(
                row.getString("kind"),
                row.getBigDecimal("amount"),
                row.getString("kind2"),
                row.getBigDecimal("amount2"),
                row.getString("currency"));
        return texts.say("asked for: %s", asked.words(LocaleContextHolder.getLocale()));
    }

    private String window(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return number == null
                ? texts.say("%s to %s", told(row, "window_from"), told(row, "window_to"))
                : texts.say("%s to %s on %s", told(row, "window_from"), told(row, "window_to"), number);
    }

    private String due(ResultSet row) throws SQLException {
        String words = row.getString("words").strip().replaceAll("\\s+", " ").replaceFirst("\\.+$", "");
        return texts.say(
                "%s, by %s",
                texts.promised(words.length() <= LENGTH ? words : words.substring(0, LENGTH - 1) + "…"),
                told(row, "due_by"));
    }

    private String told(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return texts.told(times.told(at == null ? null : at.toInstant()));
    }
}
