package org.recourse.insight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.recourse.customer.TestTables;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.insight.figures.RecordedCase;
import org.recourse.storage.StoredValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor finds cases by what is known of them and by the words in them. */
@Tag("R29")
@NullUnmarked
@TestInstance(Lifecycle.PER_CLASS)
class CaseSearchTest {

    private static final Instant NOW = Instant.parse("2021-03-20T12:00:00Z");

    private AnnotationConfigApplicationContext context;
    JdbcClient jdbc;
    CaseSearch search;
    CaseTexts texts;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeAll
    void someCases() {
        DataSource tables = tables();
        jdbc = StoredValues.client(JdbcClient.create(tables));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> tables);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(CurrentUser.class, Auditor::new);
        context.register(
                Times.class,
                CaseSearch.class,
                CaseConditions.class,
                NamedInSearch.class,
                CaseTexts.class,
                Sample.class,
                SavedSearches.class);
        context.refresh();
        search = context.getBean(CaseSearch.class);
        texts = context.getBean(CaseTexts.class);
        RecordedCase.opened(jdbc, "R-EU-2021-000001", "2021-03-01T10:00")
                .set("story", "Die Wäsche ist nass, 100% nass, und der Trockner_alt steht still.")
                .set("product", "Trockner")
                .handedOver("2021-03-01T10:05", 2, "threat")
                .set("owner", "supervisor1")
                .settled("2021-03-02T10:00", "agreed", "supervisor1")
                .promise("2021-03-10T10:00", "late", "2021-03-11T10:00");
        RecordedCase.opened(jdbc, "R-EU-2021-000002", "2021-03-05T10:00")
                .set("story", "The line is dead.")
                .set("cause", "long-wait")
                .event("2021-03-05T10:00", "agent1", "opened", null, "")
                .promise("2021-03-19T10:00", "open", null);
        RecordedCase.opened(jdbc, "R-EU-2021-000003", "2021-03-31T23:30")
                .set("customer_number", "C-77")
                .contact("first", "2021-03-31T23:30", "2021-03-31T23:40", null)
                .event("2021-03-31T23:30", "agent1", "opened", null, "");
        jdbc.sql("""
                        insert into case_comment (case_number, who, at, text, mentions)
                        values ('R-EU-2021-000003', 'agent2', timestamp with time zone '2021-04-01 08:00:00+00',
                          'Please mind the neighbour', '')""").update();
        jdbc.sql("""
                        insert into customer (number, name, language, zone, tier, currency, preferred_channel, may_mail,
                          may_text, may_call, created_at)
                        values ('C-77', 'Ægir Łucz', 'de', 'Europe/Berlin', 'gold', 'EUR', 'mail', true, true, true,
                          timestamp with time zone '2021-01-01 00:00:00+00')""").update();
        texts.refresh();
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void everyFilterFindsWhatItNames() {
        assertThat(numbers(Map.of("caseNumber", "000002"))).containsExactly("2");
        assertThat(numbers(Map.of("caseNumber", "2"))).containsExactly("2");
        assertThat(numbers(Map.of("caseNumber", "r-eu-2021-000003 "))).containsExactly("3");
        assertThat(numbers(Map.of("caseNumber", "R-EU-2021-00000_"))).isEmpty();
        assertThat(numbers(Map.of("customer", "C-77"))).containsExactly("3");
        assertThat(numbers(Map.of("customer", "łucz"))).containsExactly("3");
        assertThat(numbers(Map.of("person", "supervisor1"))).containsExactly("1");
        assertThat(numbers(Map.of("person", "agent1"))).containsExactly("3", "2", "1");
        assertThat(numbers(Map.of("state", "settled"))).containsExactly("1");
        assertThat(numbers(Map.of("outcome", "agreed"))).containsExactly("1");
        assertThat(numbers(Map.of("level", "2"))).containsExactly("1");
        assertThat(numbers(Map.of("cause", "long-wait"))).containsExactly("2");
        assertThat(numbers(Map.of("trigger", "threat"))).containsExactly("1");
        assertThat(numbers(Map.of("product", "trock"))).containsExactly("1");
        assertThat(numbers(Map.of("deadline", "overdue"))).containsExactly("2");
        assertThat(numbers(Map.of("deadline", "missed"))).containsExactly("1");
        assertThat(numbers(Map.of("deadline", "in-time"))).containsExactly("3");
        assertThat(numbers(Map.of("from", "2021-03-05", "to", "2021-03-31"))).containsExactly("3", "2");
        assertThat(numbers(Map.of("customer", "%"))).as("no wildcard").isEmpty();
    }

    @Test
    void wordsAreFoundInStoryAndComments() {
        assertThat(numbers(Map.of("words", "nass trockner"))).containsExactly("1");
        assertThat(numbers(Map.of("words", "WÄSCHE"))).containsExactly("1");
        assertThat(numbers(Map.of("words", "neighbour"))).containsExactly("3");
        assertThat(numbers(Map.of("words", "nass dead"))).isEmpty();
        assertThat(numbers(Map.of("words", "' ; drop \\ % (\""))).isEmpty();
    }

    @Test
    void aCorrectedStoryIsFoundByItsNewWordsAndNoMoreByTheOld() {
        RecordedCase corrected = RecordedCase.opened(jdbc, "R-EU-2021-000004", "2020-03-05T10:00")
                .set("story", "zebra")
                .event("2020-03-05T10:00", "agent1", "changed", "story", "zebra");
        texts.refresh();
        assertThat(numbers(Map.of("words", "zebra"))).containsExactly("4");
        corrected.set("story", "quagga").event("2020-03-05T10:01", "agent1", "changed", "story", "quagga");
        texts.refresh();
        assertThat(numbers(Map.of("words", "zebra"))).isEmpty();
        assertThat(numbers(Map.of("words", "quagga"))).containsExactly("4");
        List<String> before = bodies();
        texts.rebuild();
        assertThat(bodies()).as("rebuilt from the cases").isEqualTo(before);
        for (String table : List.of("case_text", "case_person", "case_event", "escalation_case")) {
            jdbc.sql("delete from " + table + " where case_number = 'R-EU-2021-000004'")
                    .update();
        }
    }

    @Test
    void pagesAreCutAndSortedByTheDatabase() {
        CaseSearch.Found second = search.find(query(Map.of()), "caseNumber", 1, 2);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.cases()).extracting(FoundCase::caseNumber).containsExactly(CaseNumber.of("R-EU-2021-000003"));
        assertThatThrownBy(() -> search.find(query(Map.of()), "story; drop table", 0, 2))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("no order");
    }

    @Test
    void aSampleIsDrawnAgainByItsSeed() {
        LocalDate from = LocalDate.of(2021, 3, 1);
        LocalDate to = LocalDate.of(2021, 3, 31);
        Sample sample = context.getBean(Sample.class);
        Sample.Draw draw = sample.draw("autumn", 2, from, to, null);
        assertThat(draw.population()).isEqualTo(3);
        assertThat(draw.caseNumbers())
                .hasSize(2)
                .isEqualTo(sample.draw("autumn", 2, from, to, null).caseNumbers());
        assertThat(List.of("a", "b", "c", "d", "e", "f").stream()
                        .map(seed -> sample.draw(seed, 2, from, to, null).caseNumbers())
                        .distinct()
                        .count())
                .as("another seed, another draw")
                .isGreaterThan(1);
        assertThat(sample.draw("autumn", 9, from, to, Team.of("team-south")).caseNumbers())
                .isEmpty();
    }

    private List<String> bodies() {
        return jdbc.sql("select body from case_text order by case_number")
                .query(String.class)
                .list();
    }

    private List<String> numbers(Map<String, String> asked) {
        return search.find(query(asked), null, 0, 50).cases().stream()
                .map(found -> found.caseNumber().value().substring("R-EU-2021-00000".length()))
                .toList();
    }

    static CaseQuery query(Map<String, String> asked) {
        return new CaseQuery(
                asked.get("words"),
                asked.get("caseNumber"),
                asked.get("customer"),
                asked.get("person"),
                day(asked.get("from")),
                day(asked.get("to")),
                asked.get("state"),
                asked.get("outcome"),
                asked.get("level") == null ? null : Integer.valueOf(asked.get("level")),
                asked.get("cause"),
                asked.get("trigger"),
                asked.get("deadline"),
                asked.get("product"),
                asked.get("team"),
                asked.get("channel"));
    }

    private record Auditor() implements CurrentUser {

        @Override
        public PersonId id() {
            return PersonId.of("auditor1");
        }

        @Override
        public Set<String> groups() {
            return Set.of("auditor");
        }

        @Override
        public boolean hasRole(String role) {
            return role.equals("auditor");
        }

        @Override
        public Set<Team> teams() {
            return Set.of();
        }
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
