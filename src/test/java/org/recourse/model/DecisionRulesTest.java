package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.model.Models.Table;

/** A decision table is read and edited by a process owner: each row says why it is there, and one always fits. */
@Tag("R24")
class DecisionRulesTest {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#tables")
    void the_decision_is_called_like_its_file_and_kept_for_a_time(Table table) {
        Decision decision = only(table, Decision.class);

        assertThat(decision.getId()).isEqualTo(table.file());
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#tables")
    void every_row_says_why_it_is_there(Table table) {
        assertThat(table.model().getModelElementsByType(Rule.class)).allSatisfy(rule -> {
            assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#tables")
    void inputs_are_facts_by_name_and_the_first_row_that_fits_wins(Table table) {
        assertThat(only(table, DecisionTable.class).getHitPolicy()).isEqualTo(HitPolicy.FIRST);
        assertThat(table.model().getModelElementsByType(Input.class))
                .extracting(input -> input.getInputExpression().getText().getTextContent())
                .allMatch(expression -> NAME.matcher(expression).matches());
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#tables")
    void there_is_a_last_row_that_fits_when_no_other_does(Table table) {
        List<Rule> rows = List.copyOf(table.model().getModelElementsByType(Rule.class));

        assertThat(rows)
                .anySatisfy(rule -> assertThat(rule.getInputEntries())
                        .extracting(InputEntry::getTextContent)
                        .allMatch(entry -> entry.isBlank() || entry.strip().equals("-")));
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> T only(
            Table table, Class<T> type) {
        return table.model().getModelElementsByType(type).iterator().next();
    }
}
