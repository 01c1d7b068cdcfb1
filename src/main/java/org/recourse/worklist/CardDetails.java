package org.recourse.worklist;

import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.form.GivenText;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.recourse.worklist.WaitingSteps.WaitingStep;
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
    private final Speech speech;

    CardDetails(JdbcClient jdbc, Speech speech) {
        this.jdbc = jdbc;
        this.speech = speech;
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
                "select id, what, due_by from worklist_promise where id in (:ids)",
                row -> due(row, SayingJson.read(row.getString("what"))));
        byNumber(
                details,
                steps,
                USER_TASK_ANSWER_QUESTION,
                "select id, question, due_by from worklist_question where id in (:ids)",
                row -> due(row, new Written(row.getString("question"))));
        return details;
    }

    private interface Telling {
        String of(ResultSet row) throws SQLException;
    }

    private void byCase(
            Map<String, String> details, Collection<WaitingStep> steps, String element, String sql, Telling telling) {
        List<WaitingStep> those =
                steps.stream().filter(step -> step.element().equals(element)).toList();
        Map<Object, String> found =
                found(those.stream().map(WaitingStep::caseNumber).toList(), sql, telling);
        those.forEach(step -> put(details, step, found.get(step.caseNumber().value())));
    }

    private void byNumber(
            Map<String, String> details, Collection<WaitingStep> steps, String element, String sql, Telling telling) {
        List<WaitingStep> those = steps.stream()
                .filter(step -> step.element().equals(element) && step.about() != null)
                .toList();
        Map<Object, String> found = found(those.stream().map(WaitingStep::about).toList(), sql, telling);
        those.forEach(step -> put(details, step, found.get(step.about())));
    }

    private Map<Object, String> found(List<?> ids, String sql, Telling telling) {
        Map<Object, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                found.put(row.getObject("id"), telling.of(row));
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
        return speech.say("worklist.asked", asked.said());
    }

    private String window(ResultSet row) throws SQLException {
        String number = row.getString("number");
        Instant from = at(row, "window_from");
        Instant to = at(row, "window_to");
        return number == null
                ? speech.say("worklist.window", from, to)
                : speech.say("worklist.window-at", from, to, number);
    }

    private String due(ResultSet row, Saying what) throws SQLException {
        return speech.say("worklist.due", shortened(speech.say(what)), at(row, "due_by"));
    }

    private static String shortened(String text) {
        String words = text.strip().replaceAll("\\s+", " ").replaceFirst("(?<!\\.)\\.+$", "");
        return GivenText.cut(words, LENGTH);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
