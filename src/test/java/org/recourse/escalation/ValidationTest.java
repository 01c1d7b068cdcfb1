package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
            Map.entry("StartEvent_CaseOpened", """
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
            Map.entry("UserTask_Listen", """
            story              #20001
            product            "" #201
            title              #201
            effect             #20001
            desiredOutcome     #20001
            facts              #20001
            correction         #20001
            replyBy            telepathy
            """ + CALL),
            Map.entry("UserTask_Restate", """
            customerConfirms   "" maybe
            restatement        #20001
            correction         #20001
            """ + CALL),
            Map.entry("UserTask_Propose", """
            solution           "" #20001
            compensationKind   "" bribe
            compensationAmount "" -1 1.005 plenty 25.01 10000000
            compensationKind2  bribe
            compensationAmount2 -1 1.005 plenty
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """ + CALL),
            Map.entry("UserTask_CheckAgreement", """
            customerAnswer     "" perhaps subject-to-approval
            refusalReason      #20001
            refusalExplained   #20001
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """ + CALL),
            Map.entry("UserTask_ReviewHandover", """
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
            Map.entry("UserTask_ResolveEscalation", """
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
            Map.entry("UserTask_DecideFinalPosition", """
            finalAnswer        "" #20001
            finalAnswerAccepted "" maybe
            compensationKind   "" bribe
            compensationAmount "" -1 1.005 plenty 250.01
            compensationKind2  bribe
            compensationAmount2 -1 1.005 plenty
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            mood               0 6 purple
            """),
            Map.entry("UserTask_ApproveCompensation", """
            approvalDecision   "" perhaps
            approvedAmount     -1 1.005 plenty 620.01
            approvedAmount2    -1 1.005 plenty 80.01
            approvalReason     "" #20001
            """),
            Map.entry("UserTask_CallBack", """
            callOutcome        "" perhaps
            callbackFrom       "" soon
            callbackTo         later
            callbackNumber     #41
            comment            #20001
            """),
            Map.entry("UserTask_WrapUp", """
            cause              bad-luck
            mood               0 6 purple
            agentView          #20001
            comment            #20001
            holdMinutes        -1 1.5 many
            transfers          -1 1.5 many
            """),
            Map.entry("UserTask_PrepareHandover", """
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
            Map.entry("UserTask_FollowUpCall", """
            settled            "" perhaps
            rating             0 6 many
            comment            #20001
            dueBy              tomorrow +999999999-12-31T23:59:59Z 0012-11-27T18:00
            """),
            Map.entry("UserTask_KeepPromise", """
            comment            #20001
            """),
            Map.entry("UserTask_AnswerQuestion", """
            answer             "" #20001
            """));

    static Set<String> steps() {
        return new TreeSet<>(WRONG.keySet());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_wrong_answer_is_refused_by_name_and_changes_nothing(String step) {
        Person person = comesTo(step);
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

    private void refuses(SoftAssertions each, Person person, String step, String field, String wrong) {
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
        if (step.equals("StartEvent_CaseOpened")) {
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
        Map<String, Object> answers = Person.with(new Object[0], "story", "s", "product", "p", "mood", 3);
        answers.remove(missing);

        FormFieldValidationException refused =
                catchThrowableOfType(FormFieldValidationException.class, () -> agent1.does("UserTask_Listen", answers));
        assertThat(refused).isNotNull().hasMessageStartingWith(missing + ": is missing");
    }

    @Test
    void nothing_else_is_required_in_the_first_line() {
        agent1.opens();
        agent1.does("UserTask_Listen", Person.with(new Object[0], "story", "s", "product", "p", "mood", "3"));
        agent1.does("UserTask_Restate", Person.with(new Object[0], "customerConfirms", "yes"));
        agent1.does("UserTask_Propose", Person.with(new Object[0], "solution", "x"));
        agent1.does("UserTask_CheckAgreement", Person.with(new Object[0], "customerAnswer", "agreed"));
        agent1.does("UserTask_WrapUp", Map.of());

        assertThat(the.field("outcome")).isEqualTo("agreed");
    }

    private void submits(Person person, String step, Map<String, Object> answers) {
        if (step.equals("StartEvent_CaseOpened")) {
            the.open(person.id(), answers);
        } else {
            person.does(step, answers);
        }
    }

    /** Right answers, so that nothing but the wrong one can be refused. */
    private Map<String, Object> usual(String step) {
        Object[] none = new Object[0];
        return switch (step) {
            case "StartEvent_CaseOpened" ->
                Person.with(none, "customerNumber", the.customer(), "channel", "phone", "title", "Charged twice");
            case "UserTask_Listen" -> Person.with(none, "story", "s", "product", "p", "mood", 3);
            case "UserTask_Restate" -> Person.with(none, "customerConfirms", "yes");
            case "UserTask_Propose" ->
                Person.with(none, "solution", "x", "compensationKind", "goodwill", "compensationAmount", 10);
            case "UserTask_CheckAgreement" -> Person.with(none, "customerAnswer", "agreed");
            case "UserTask_ReviewHandover" -> Person.with(none, "supervisorDecision", "advise", "advice", "Do it.");
            case "UserTask_ResolveEscalation" ->
                Person.with(
                        none,
                        "customerAnswer",
                        "agreed",
                        "solution",
                        "x",
                        "compensationKind",
                        "goodwill",
                        "compensationAmount",
                        10);
            case "UserTask_DecideFinalPosition" ->
                Person.with(
                        none,
                        "finalAnswer",
                        "x",
                        "finalAnswerAccepted",
                        "no",
                        "compensationKind",
                        "goodwill",
                        "compensationAmount",
                        10);
            case "UserTask_ApproveCompensation" ->
                Person.with(none, "approvalDecision", "reduce", "approvedAmount", 600, "approvalReason", "x");
            case "UserTask_CallBack" ->
                Person.with(none, "callOutcome", "rescheduled", "callbackFrom", "2026-11-25T10:00");
            case "UserTask_FollowUpCall" -> Person.with(none, "settled", "yes");
            default -> Person.with(none);
        };
    }

    private Person comesTo(String step) {
        switch (step) {
            case "StartEvent_CaseOpened" -> {}
            case "UserTask_Listen" -> agent1.opens();
            case "UserTask_Restate" -> {
                agent1.opens();
                agent1.listens();
            }
            case "UserTask_Propose" -> callsUpToProposing();
            case "UserTask_CheckAgreement" -> callsUpToChecking();
            case "UserTask_WrapUp", "UserTask_KeepPromise" -> {
                callsUpToChecking();
                agent1.hears("agreed");
            }
            case "UserTask_FollowUpCall" -> {
                callsUpToChecking();
                agent1.hears("accepted-no-change", "mood", 5);
                timePasses("P6D");
            }
            case "UserTask_CallBack" -> {
                agent1.opens();
                agent1.leaves("UserTask_Listen", "lost");
                timePasses("PT1H");
            }
            case "UserTask_AnswerQuestion" -> {
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

    private Person comesToTheSecondLine(String step) {
        handsOverAtOnce();
        switch (step) {
            case "UserTask_PrepareHandover" -> {
                return agent1;
            }
            case "UserTask_ReviewHandover" -> {
                return supervisor1;
            }
            case "UserTask_ApproveCompensation" -> {
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
            case "UserTask_ResolveEscalation" -> {
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
