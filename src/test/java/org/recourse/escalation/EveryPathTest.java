package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.recourse.RecourseApplicationTest;
import org.recourse.engine.DiagramCoverage;

/** Every path of every diagram, with the real services behind it; together they leave no element and no flow out. */
@RecourseApplicationTest
class EveryPathTest {

    private static final List<String> DIAGRAMS = List.of(
            "CustomerEscalation",
            "AfterCall",
            "Callback",
            "ClockWatch",
            "CompensationApproval",
            "FollowUp",
            "Message",
            "Promise",
            "Question",
            "WrittenOffer");

    @BeforeAll
    static void measure() {
        DiagramCoverage.begin(EveryPathTest.class.getName());
    }

    @Nested
    class FirstLine extends FirstLinePaths {}

    @Nested
    class SecondLine extends SecondLinePaths {}

    @Nested
    class Approval extends ApprovalPaths {}

    @Nested
    class Money extends MoneyPaths {}

    @Nested
    class Callback extends CallbackPaths {}

    @Nested
    class Commitment extends CommitmentPaths {}

    @Nested
    class FollowUp extends FollowUpPaths {}

    @Nested
    class Contact extends ContactPaths {}

    @Nested
    class Clock extends ClockPaths {}

    @AfterAll
    static void everyElementAndEveryFlowOfEveryDiagramWasPassed() {
        DiagramCoverage.end();
        SoftAssertions.assertSoftly(each -> DIAGRAMS.forEach(diagram -> {
            each.assertThat(DiagramCoverage.missing(diagram)).as(diagram).isEmpty();
            each.assertThat(DiagramCoverage.of(diagram)).as(diagram).isEqualTo(1.0);
        }));
        assertThat(DIAGRAMS).hasSize(10);
    }
}
