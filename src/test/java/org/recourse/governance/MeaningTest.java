package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.recourse.model.CompensationApprovalIds.SERVICE_TASK_RECORD_DECISION;
import static org.recourse.model.CustomerEscalationIds.BUSINESS_RULE_TASK_ROUTE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.CALL_ACTIVITY_FOLLOW_UP;
import static org.recourse.model.CustomerEscalationIds.MESSAGE_CASE_WITHDRAWN;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_GRANT_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.QuestionIds.START_EVENT_QUESTION_ASKED;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.governance.meaning.Meaning;
import org.recourse.text.Speech;
import org.springframework.beans.factory.annotation.Autowired;

/** What is well formed and would yet have stopped a live call is refused, with the place and what to do. */
@Tag("B6")
@Tag("R28")
@RecourseApplicationTest
class MeaningTest {

    private static final String ESCALATION = "CustomerEscalation.bpmn";
    private static final String AUTHORITY = "CompensationAuthority.dmn";

    @Autowired
    Meaning meaning;

    @Autowired
    Speech speech;

    @Test
    void what_the_product_brings_is_in_order() {
        assertThat(said(OwnersDesk.product())).isEmpty();
    }

    /** The file, what is changed in it, and what is said. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        ESCALATION,
                        "formRef=\"listen\"",
                        "formRef=\"lissten\"",
                        USER_TASK_LISTEN,
                        "form lissten",
                        "listen is"),
                change(
                        ESCALATION,
                        "formRef=\"listen\" camunda:formRefBinding=\"deployment\"",
                        "formRef=\"listen\" camunda:formRefBinding=\"latest\"",
                        USER_TASK_LISTEN,
                        "not bound"),
                change(
                        ESCALATION,
                        "decisionRef=\"RouteEscalation\"",
                        "decisionRef=\"RouteEscalations\"",
                        BUSINESS_RULE_TASK_ROUTE_ESCALATION,
                        "RouteEscalation is"),
                change(
                        ESCALATION,
                        "calledElement=\"FollowUp\"",
                        "calledElement=\"FolowUp\"",
                        CALL_ACTIVITY_FOLLOW_UP,
                        "FollowUp is"),
                change(ESCALATION, "name=\"CaseWithdrawn\"", "name=\"CaseWithdrawm\"", MESSAGE_CASE_WITHDRAWN),
                change(ESCALATION, "${levelLeft}", "${levelsLeft}", "Flow_LevelLeft", "perhaps levelLeft is meant"),
                change(
                        ESCALATION,
                        "${customerAnswer == 'another-angle'}",
                        "${customerAnswer == 'another-angel'}",
                        "perhaps another-angle is meant"),
                change(ESCALATION, "id=\"UserTask_Listen\"", "id=\"UserTask_Listening\"", USER_TASK_LISTEN, "is gone"),
                change(
                        ESCALATION,
                        "businessKey=\"#{execution.processBusinessKey}\"",
                        "businessKey=\"R-EU-2026-1\"",
                        "number of another case"),
                change(
                        ESCALATION,
                        "camunda:delegateExpression=\"#{grantCompensationDelegate}\" camunda:asyncBefore=\"true\"",
                        "camunda:delegateExpression=\"#{grantCompensationDelegate}\"",
                        SERVICE_TASK_GRANT_COMPENSATION,
                        "must be tried again"),
                change(ESCALATION, "historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"P30D\"", "3,650 days"),
                change("AfterCall.bpmn", ">PT10M<", ">in three days<", "nobody can read the time in three days"),
                change(
                        "Question.bpmn",
                        "<bpmn:startEvent id=\"StartEvent_QuestionAsked\" name=\"Question asked\">",
                        "<bpmn:startEvent id=\"StartEvent_QuestionAsked\" name=\"Question asked\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>",
                        START_EVENT_QUESTION_ASKED,
                        "not by themselves"),
                change(
                        "Question.bpmn",
                        "attachedToRef=\"UserTask_AnswerQuestion\"",
                        "attachedToRef=\"ServiceTask_ReturnAnswer\"",
                        USER_TASK_ANSWER_QUESTION,
                        "no timer watches"),
                change(
                        "Question.bpmn",
                        "#{returnAnswerDelegate}",
                        "#{grantCompensationDelegate}",
                        "works only in: CustomerEscalation"),
                change(
                        "CompensationApproval.bpmn",
                        "sourceRef=\"ServiceTask_FindApprover\" targetRef=\"UserTask_ApproveCompensation\"",
                        "sourceRef=\"ServiceTask_FindApprover\" targetRef=\"Gateway_DecisionKnown\"",
                        SERVICE_TASK_RECORD_DECISION,
                        "without a second person"),
                change(
                        "check-agreement.form",
                        "\"key\": \"customerAnswer\"",
                        "\"key\": \"answerOfTheCustomer\"",
                        "customerAnswer",
                        "needs the field"),
                change(
                        "check-agreement.form",
                        "\"value\": \"another-angle\"",
                        "\"value\": \"maybe\"",
                        "does not know the answer maybe"),
                change(AUTHORITY, "<text>&lt;= 25</text>", "<text>&lt;= 100</text>", "it says 25", "grants 100 alone"),
                change(
                        AUTHORITY,
                        "<text>&lt;= 25</text>",
                        "<text>&lt;= 2000</text>",
                        "2000 alone is more than the ceiling of the role agent"),
                change(
                        AUTHORITY,
                        "<text>\"two-managers\"</text>",
                        "<text>\"two-manager\"</text>",
                        "none of the values"),
                change(
                        "AssessUrgency.dmn",
                        "<text>3</text>",
                        "<text>\"many\"</text>",
                        "Angles worth trying: \"many\" is not of the type integer"),
                change(
                        "AssessUrgency.dmn",
                        "<text>signal</text>",
                        "<text>signals</text>",
                        "nobody tells this table signals"));
    }

    private static Arguments change(String file, String before, String after, String... said) {
        return arguments(file, before, after, List.of(said));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("changes")
    void a_change_that_would_break_a_case_is_refused(String file, String before, String after, List<String> said) {
        Map<String, String> files = OwnersDesk.product();
        assertThat(files.get(file)).contains(before);
        files.put(file, StringUtils.replaceOnce(files.get(file), before, after));

        assertThat(said(files)).contains(said);
    }

    @Test
    void a_combination_without_a_row_is_named() {
        Map<String, String> files = OwnersDesk.product();
        String table = Objects.requireNonNull(files.get("CallbackAttempts.dmn"));
        int last = table.lastIndexOf("<rule ");
        files.put(
                "CallbackAttempts.dmn",
                table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + "</rule>".length()));

        assertThat(said(files)).contains("no row fits for Level of who calls (1 agent, 2 supervisor, 3 manager): 0");
    }

    @Test
    void rows_that_both_fit_are_named_under_UNIQUE() {
        Map<String, String> files = OwnersDesk.product();
        files.computeIfPresent(
                "CallbackAttempts.dmn", (name, table) -> table.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));

        assertThat(said(files)).contains("the rows 1 and 2 both fit");
    }

    @Test
    void every_reason_is_said_at_once() {
        Map<String, String> files = OwnersDesk.product();
        files.computeIfPresent(
                ESCALATION,
                (name, diagram) -> diagram.replace("${levelLeft}", "${levelsLeft}")
                        .replace("formRef=\"listen\"", "formRef=\"lissten\""));
        files.computeIfPresent("AfterCall.bpmn", (name, diagram) -> diagram.replace(">PT10M<", ">soon<"));

        assertThat(said(files)).contains("levelsLeft", "lissten", "soon");
    }

    private String said(Map<String, String> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, content) -> contents.put(name, content.getBytes(StandardCharsets.UTF_8)));
        StringBuilder said = new StringBuilder();
        meaning.check(contents)
                .forEach((file, reasons) -> reasons.forEach(reason -> said.append(file)
                        .append(": ")
                        .append(speech.say("governance.reason", reason.element(), reason.rule(), reason.remedy()))
                        .append('\n')));
        return said.toString();
    }
}
