package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;

/**
 * The whole history of a case, as an auditor reads it, once for each main path: every line of its log and every element
 * of the diagrams that it passed. The expected ones stand in {@code src/test/resources/histories}.
 */
@RecourseApplicationTest
@Tag("R26")
class HistoriesTest extends PathsOfACase {

    private static final Path EXPECTED = Path.of("src/test/resources/histories");

    @Test
    void agreed_in_the_first_line() throws IOException {
        agreesAtOnce("compensationKind", "refund", "compensationAmount", "18.40", "dueBy", "2026-11-27T18:00");
        agent1.keepsAPromise();
        agent1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 5, "quick");
        the.isClosed("agreed");

        isTheHistory("agreed-in-the-first-line");
    }

    @Test
    void a_supervisor_with_a_ceiling() throws IOException {
        handsOverAtOnce("handOverTrigger", "threat", "connection", "transfer", "story", "Six days down.");
        agent1.completesTheBrief();
        supervisor1.takesOver("problemGoal", "line up", "ceilingKind", "refund", "ceilingAmount", 620);
        manager2.decides("reduce", "approvedAmount", 560, "approvalReason", "enough");
        supervisor1.resolves(
                "agreed", "solution", "Refund for six days", "compensationKind", "refund", "compensationAmount", 540);
        supervisor1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 4, "");
        the.isClosed("agreed");

        isTheHistory("a-supervisor-with-a-ceiling");
    }

    @Test
    void a_final_position_of_a_manager() throws IOException {
        handsOverAtOnce("story", "Dented.");
        agent1.completesTheBrief();
        supervisor1.takesOver();
        supervisor1.resolves("escalate", "solution", "A repair", "refusalReason", "wants a new one");
        manager1.takesOver();
        manager1.resolves("escalate", "solution", "Money back, no damages");
        manager1.decidesFinally("no", "compensationKind", "refund", "compensationAmount", 649);
        manager1.keepsAPromise();
        timePasses("P1D");
        the.isClosed("final-refused");

        isTheHistory("a-final-position-of-a-manager");
    }

    private void isTheHistory(String name) throws IOException {
        List<String> lines = new ArrayList<>(the.record());
        the.passed().forEach((process, elements) -> {
            lines.add("");
            lines.add(process);
            elements.forEach(element -> lines.add("  " + element));
        });
        Path actual = Path.of("target/histories", name + ".txt");
        Files.createDirectories(actual.getParent());
        Files.write(actual, lines);
        assertThat(lines).isEqualTo(Files.readAllLines(EXPECTED.resolve(name + ".txt")));
    }
}
