package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.START_EVENT_CASE_OPENED;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.FollowUpIds.USER_TASK_FOLLOW_UP_CALL;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;

/** Every field of the contract, refused when it is wrong: the sentence names the field, the step stays open. */
@RecourseApplicationTest
class ValidationTest extends PathsOfACase {

    /** Field, then wrong values; {@code ""} is an empty answer, {@code #n} a text of n characters. */
    private static final String CALL = """
            callState          perhaps
            handOverTrigger    boredom
            connection         pigeon
            callbackFrom       soon 24.11.2026
            callbackTo         later
            callbackNumber     #41
            mood               0 6 -1 2.5 purple
            signals            sunshine
            """;

    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry(START_EVENT_CASE_OPENED, """
            title              "" #201
            channel            pigeon
            story              #20001
            product            #201
            desiredOutcome     #20001
            mood               0 6 -1 2.5 purple
            signals            sunshine
            team               north team-south
            customerNumber     #65
            phone              #65
            email              #201
            """),
            Map.entry(USER_TASK_LISTEN, """
            story              #20001
            product            "" #201
            title              #201
            effect             #20001
            desiredOutcome     #20001
            facts              #20001
            correction         #20001
            replyBy            telepathy
            """ + CALL),
            Map.entry(USER_TASK_RESTATE, """
            customerConfirms   "" maybe
            restatement        #20001
            correction         #20001
            """ + CALL),
            Map.entry(USER_TASK_PROPOSE, """
            solution           "" #20001
            compensationKind   "" bribe
            compensationAmount "" -1 1.005 plenty 25.01 10000000
            compensationKind2  bribe
            compensationAmount2 -1 1.005 plenty
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """ + CALL),
            Map.entry(USER_TASK_CHECK_AGREEMENT, """
            customerAnswer     "" perhaps subject-to-approval
            refusalReason      #20001
            refusalExplained   #20001
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """ + CALL),
            Map.entry(USER_TASK_REVIEW_HANDOVER, """
            supervisorDecision "" perhaps
            advice             "" #20001
            ceilingKind        bribe
            ceilingAmount      -1 1.005 plenty
            ceilingKind2       bribe
            ceilingAmount2     -1 1.005 plenty
            callbackFrom       soon
            callbackTo         later
            callbackNumber     #41
            """),
            Map.entry(USER_TASK_RESOLVE_ESCALATION, """
            customerAnswer     "" perhaps another-angle
            solution           "" #20001
            compensationKind   "" bribe
            compensationAmount "" -1 1.005 plenty 100.01
            compensationKind2  bribe
            compensationAmount2 -1 1.005 plenty
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            mood               0 6 purple
            restatement        #20001
            customerConfirms   maybe
            refusalExplained   #20001
            problemGoal        #20001
            peopleGoal         #20001
            problemGoalMet     maybe
            peopleGoalMet      maybe
            askedAgain         maybe
            noAttemptReason    #20001
            cause              bad-luck
            connection         pigeon
            callbackFrom       soon
            callbackTo         later
            callbackNumber     #41
            """),
            Map.entry(USER_TASK_DECIDE_FINAL_POSITION, """
            finalAnswer        "" #20001
            finalAnswerAccepted "" maybe
            compensationKind   "" bribe
            compensationAmount "" -1 1.005 plenty 250.01
            compensationKind2  bribe
            compensationAmount2 -1 1.005 plenty
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            mood               0 6 purple
            """),
            Map.entry(USER_TASK_APPROVE_COMPENSATION, """
            approvalDecision   "" perhaps
            approvedAmount     -1 1.005 plenty 620.01
            approvedAmount2    -1 1.005 plenty 80.01
            approvalReason     "" #20001
            """),
            Map.entry(USER_TASK_CALL_BACK, """
            callOutcome        "" perhaps
            callbackFrom       "" soon
            callbackTo         later
            callbackNumber     #41
            comment            #20001
            """),
            Map.entry(USER_TASK_WRAP_UP, """
            cause              bad-luck
            mood               0 6 purple
            agentView          #20001
            comment            #20001
            holdMinutes        -1 1.5 many
            transfers          -1 1.5 many
            """),
            Map.entry(USER_TASK_PREPARE_HANDOVER, """
            title              #201
            facts              #20001
            effect             #20001
            desiredOutcome     #20001
            agentView          #20001
            cause              bad-luck
            refusalExplained   #20001
            notTriedReason     #20001
            mood               0 6 purple
            """),
            Map.entry(USER_TASK_FOLLOW_UP_CALL, """
            settled            "" perhaps
            rating             0 6 many
            comment            #20001
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """),
            Map.entry(USER_TASK_KEEP_PROMISE, """
            comment            #20001
            """),
            Map.entry(USER_TASK_ANSWER_QUESTION, """
            answer             "" #20001
            """));

    static Set<String> steps() {
        return new TreeSet<>(WRONG.keySet());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_wrong_answer_is_refused_by_name_and_changes_nothing(String step) {
        Colleague person = comesTo(step);
        List<String> before = recordAt(step);
        SoftAssertions.assertSoftly(each -> String.valueOf(WRONG.get(step))
                .lines()
                .forEach(line -> {
                    String[] words = line.strip().split("\\s+");
                    for (int i = 1; i < words.length; i++) {
                        refuses(each, person, step, words[0], words[i]);
                    }
                }));
        assertThat(recordAt(step)).isEqualTo(before);
    }

    private void refuses(SoftAssertions each, Colleague person, String step, String field, String wrong) {
        String value = wrong.equals("\"\"")
                ? ""
                : wrong.startsWith("#") ? "a".repeat(Integer.parseInt(wrong.substring(1))) : wrong;
        Map<String, Object> answers = usual(step);
        answers.put(field, value);

        FormFieldValidationException refused =
                catchThrowableOfType(FormFieldValidationException.class, () -> submits(person, step, answers));
        each.assertThat(refused).as("%s = %s", field, wrong).isNotNull();
        if (refused != null) {
            each.assertThat(refused.getMessage())
                    .as("%s = %s", field, wrong)
                    .startsWith(field + ": ")
                    .hasSizeGreaterThan(field.length() + 12);
            each.assertThat((Object) refused.getDetail()).isEqualTo(field);
        }
    }

    /** The history of the case while the step is open. */
    private List<String> recordAt(String step) {
        if (step.equals(START_EVENT_CASE_OPENED)) {
            return jdbc.sql("select case_number from escalation_case where customer_number = ?")
                    .param(the.customer())
                    .query(String.class)
                    .list();
        }
        assertThat(the.steps()).contains(step);
        return the.record();
    }

    @ParameterizedTest
    @CsvSource({"compensationKind2, compensationAmount2, goodwill", "compensationAmount2, compensationKind2, 3"})
    void an_amount_needs_a_kind_and_a_kind_an_amount(String given, String missing, String value) {
        callsUpToProposing();
        FormFieldValidationException refused =
                catchThrowableOfType(FormFieldValidationException.class, () -> agent1.proposes("x", given, value));

        assertThat(refused).isNotNull().hasMessageStartingWith(missing + ": is missing");
    }

    @Test
    @Tag("R5")
    void the_sentence_names_the_limit_of_the_agents_authority() {
        callsUpToProposing();
        FormFieldValidationException refused = catchThrowableOfType(
                FormFieldValidationException.class,
                () -> agent1.proposes("More", "compensationKind", "refund", "compensationAmount", 51));

        assertThat(refused).isNotNull().hasMessageContaining("compensationAmount: refund 51.00 EUR is above");
        assertThat(refused.getMessage()).contains("25").contains("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "product", "mood"})
    void listening_requires_exactly_story_product_and_mood(String missing) {
        agent1.opens();
        Map<String, Object> answers = Colleague.with(new Object[0], "story", "s", "product", "p", "mood", 3);
        answers.remove(missing);

        FormFieldValidationException refused =
                catchThrowableOfType(FormFieldValidationException.class, () -> agent1.does(USER_TASK_LISTEN, answers));
        assertThat(refused).isNotNull().hasMessageStartingWith(missing + ": is missing");
    }

    @Test
    void nothing_else_is_required_in_the_first_line() {
        agent1.opens();
        agent1.does(USER_TASK_LISTEN, Colleague.with(new Object[0], "story", "s", "product", "p", "mood", "3"));
        agent1.does(USER_TASK_RESTATE, Colleague.with(new Object[0], "customerConfirms", "yes"));
        agent1.does(USER_TASK_PROPOSE, Colleague.with(new Object[0], "solution", "x"));
        agent1.does(USER_TASK_CHECK_AGREEMENT, Colleague.with(new Object[0], "customerAnswer", "agreed"));
        agent1.does(USER_TASK_WRAP_UP, Map.of());

        assertThat(the.field("outcome")).isEqualTo("agreed");
    }

    private void submits(Colleague person, String step, Map<String, Object> answers) {
        if (step.equals(START_EVENT_CASE_OPENED)) {
            the.open(person.id(), answers);
        } else {
            person.does(step, answers);
        }
    }

    /** Right answers, so that nothing but the wrong one can be refused. */
    private Map<String, Object> usual(String step) {
        Object[] none = new Object[0];
        return switch (step) {
            case START_EVENT_CASE_OPENED ->
                Colleague.with(none, "customerNumber", the.customer(), "channel", "phone", "title", "Charged twice");
            case USER_TASK_LISTEN -> Colleague.with(none, "story", "s", "product", "p", "mood", 3);
            case USER_TASK_RESTATE -> Colleague.with(none, "customerConfirms", "yes");
            case USER_TASK_PROPOSE ->
                Colleague.with(none, "solution", "x", "compensationKind", "goodwill", "compensationAmount", 10);
            case USER_TASK_CHECK_AGREEMENT -> Colleague.with(none, "customerAnswer", "agreed");
            case USER_TASK_REVIEW_HANDOVER -> Colleague.with(none, "supervisorDecision", "advise", "advice", "Do it.");
            case USER_TASK_RESOLVE_ESCALATION ->
                Colleague.with(
                        none,
                        "customerAnswer",
                        "agreed",
                        "solution",
                        "x",
                        "compensationKind",
                        "goodwill",
                        "compensationAmount",
                        10);
            case USER_TASK_DECIDE_FINAL_POSITION ->
                Colleague.with(
                        none,
                        "finalAnswer",
                        "x",
                        "finalAnswerAccepted",
                        "no",
                        "compensationKind",
                        "goodwill",
                        "compensationAmount",
                        10);
            case USER_TASK_APPROVE_COMPENSATION ->
                Colleague.with(none, "approvalDecision", "reduce", "approvedAmount", 600, "approvalReason", "x");
            case USER_TASK_CALL_BACK ->
                Colleague.with(none, "callOutcome", "rescheduled", "callbackFrom", "2026-11-25T10:00");
            case USER_TASK_FOLLOW_UP_CALL -> Colleague.with(none, "settled", "yes");
            default -> Colleague.with(none);
        };
    }

    private Colleague comesTo(String step) {
        switch (step) {
            case START_EVENT_CASE_OPENED -> {}
            case USER_TASK_LISTEN -> agent1.opens();
            case USER_TASK_RESTATE -> {
                agent1.opens();
                agent1.listens();
            }
            case USER_TASK_PROPOSE -> callsUpToProposing();
            case USER_TASK_CHECK_AGREEMENT -> callsUpToChecking();
            case USER_TASK_WRAP_UP, USER_TASK_KEEP_PROMISE -> {
                callsUpToChecking();
                agent1.hears("agreed");
            }
            case USER_TASK_FOLLOW_UP_CALL -> {
                callsUpToChecking();
                agent1.hears("accepted-no-change", "mood", 5);
                timePasses("P6D");
            }
            case USER_TASK_CALL_BACK -> {
                agent1.opens();
                agent1.leaves(USER_TASK_LISTEN, "lost");
                timePasses("PT1H");
            }
            case USER_TASK_ANSWER_QUESTION -> {
                agent1.opens();
                accepted(posts(agent1, "/{case}/questions", "to", "supervisor1", "question", "May I?"));
                return supervisor1;
            }
            default -> {
                return comesToTheSecondLine(step);
            }
        }
        return agent1;
    }

    private Colleague comesToTheSecondLine(String step) {
        handsOverAtOnce();
        switch (step) {
            case USER_TASK_PREPARE_HANDOVER -> {
                return agent1;
            }
            case USER_TASK_REVIEW_HANDOVER -> {
                return supervisor1;
            }
            case USER_TASK_APPROVE_COMPENSATION -> {
                supervisor1.takesOver(
                        "ceilingKind",
                        "refund",
                        "ceilingAmount",
                        620,
                        "ceilingKind2",
                        "goodwill",
                        "ceilingAmount2",
                        80);
                return manager1;
            }
            case USER_TASK_RESOLVE_ESCALATION -> {
                supervisor1.takesOver();
                return supervisor1;
            }
            default -> {
                supervisor1.takesOver();
                supervisor1.resolves("escalate");
                manager1.takesOver();
                manager1.resolves("escalate");
                return manager1;
            }
        }
    }
}
