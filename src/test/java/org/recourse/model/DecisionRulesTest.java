package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.model.Models.Table;

/** A decision table is read and edited by a process owner: each row says why it is there, and one always fits. */
@Tag("R24")
class DecisionRulesTest {

    private static final Set<String> READ_BY_PEOPLE = Set.of("reason", "sentence");
    private static final Pattern BUNDLE = Pattern.compile("recourse_([a-z]{2})\\.properties");
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

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#tables")
    @Tag("R27")
    void what_people_read_stands_there_in_every_language(Table table) {
        List<String> outputs = table.model().getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
        List<String> read = outputs.stream().filter(READ_BY_PEOPLE::contains).toList();

        assertThat(read).contains("reason");
        for (String language : furtherLanguages()) {
            assertThat(outputs)
                    .containsAll(
                            read.stream().map(output -> output + "_" + language).toList());
        }
        for (Rule rule : table.model().getModelElementsByType(Rule.class)) {
            List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
            assertThat(cells).as(rule.getId()).hasSameSizeAs(outputs);
            for (int column = 0; column < cells.size(); column++) {
                if (outputs.get(column).matches("(reason|sentence)(_[a-z]{2})?")) {
                    assertThat(cells.get(column).getTextContent().strip())
                            .as(cells.get(column).getId())
                            .matches("\"[^\"]+\"");
                }
            }
        }
    }

    private static List<String> furtherLanguages() {
        return Stream.of(Objects.requireNonNull(new File("src/main/resources/texts").list()))
                .map(BUNDLE::matcher)
                .filter(Matcher::matches)
                .map(bundle -> bundle.group(1))
                .filter(language -> !language.equals("en"))
                .toList();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> T only(
            Table table, Class<T> type) {
        return table.model().getModelElementsByType(type).iterator().next();
    }
}
