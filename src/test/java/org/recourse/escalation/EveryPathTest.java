package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.recourse.RecourseApplicationTest;
import org.recourse.engine.DiagramCoverage;
import org.recourse.model.AfterCallIds;
import org.recourse.model.CallbackIds;
import org.recourse.model.ClockWatchIds;
import org.recourse.model.CompensationApprovalIds;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.model.FollowUpIds;
import org.recourse.model.MessageIds;
import org.recourse.model.PromiseIds;
import org.recourse.model.QuestionIds;
import org.recourse.model.WrittenOfferIds;

/** Every path of every diagram, with the real services behind it; together they leave no element and no flow out. */
@RecourseApplicationTest
class EveryPathTest {

    private static final List<String> DIAGRAMS = List.of(
            CustomerEscalationIds.PROCESS,
            AfterCallIds.PROCESS,
            CallbackIds.PROCESS,
            ClockWatchIds.PROCESS,
            CompensationApprovalIds.PROCESS,
            FollowUpIds.PROCESS,
            MessageIds.PROCESS,
            PromiseIds.PROCESS,
            QuestionIds.PROCESS,
            WrittenOfferIds.PROCESS);

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
