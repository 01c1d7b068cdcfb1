package org.recourse.insight.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a search into conditions of SQL and values for them. */
@Component
class CaseConditions {

    /** Something is due and not done: a promise, a clock's target, or a hand-over that nobody has taken. */
    static final String OVERDUE = """
            (c.state in ('open', 'settled') and (
              (select 1 from search_promise p where p.case_number = c.case_number and p.done_at is null
                and p.state in ('open', 'late', 'broken') and p.due_by < :now limit 1) = 1
              or (select 1 from search_clock k where k.case_number = c.case_number and k.ended_at is null
                and k.due_at < :now limit 1) = 1
              or c.state = 'open' and c.level > 1 and c.owner is null and c.review_due < :now))""";

    /** As in all of these, a value and no {@code exists}: for that PostgreSQL would read all promises there are. */
    static final String MISSED = """
            ((select 1 from search_promise p where p.case_number = c.case_number and p.state in ('late', 'broken') limit 1) = 1
              or (select 1 from search_clock k where k.case_number = c.case_number and k.ended_at > k.due_at limit 1) = 1)""";

    /** Words of more cases are common: the newest cases are read until enough have them. */
    private static final int COMMON = 2_000;

    private static final String WITH_RARE_WORDS = """
            c.case_number = any (array(select t.case_number from case_text t
              where t.words @@ websearch_to_tsquery('simple', :words)))""";

    private static final String WITH_COMMON_WORDS = """
            (select 1 from case_text t where t.case_number = c.case_number
              and t.words @@ websearch_to_tsquery('simple', :words) limit 1) = 1""";

    private final JdbcClient jdbc;
    private final NamedInSearch named;
    private final Times times;
    private final Clock clock;

    CaseConditions(JdbcClient jdbc, NamedInSearch named, Times times, Clock clock) {
        this.jdbc = jdbc;
        this.named = named;
        this.times = times;
        this.clock = clock;
    }

    /** @param values of the conditions, and {@code now} */
    record Conditions(List<String> each, Map<String, Object> values) {

        String where() {
            return each.isEmpty() ? "" : " where " + String.join(" and ", each);
        }

        boolean isCommonWordsAlone() {
            return each.equals(List.of(WITH_COMMON_WORDS));
        }
    }

    /** @throws RefusedInput when there is no such deadline */
    Conditions of(CaseQuery query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        values.put("now", utc(clock.instant()));
        equal(conditions, values, "c.state", "state", query.state());
        equal(conditions, values, "c.outcome", "outcome", query.outcome());
        equal(conditions, values, "c.level", "level", query.level());
        equal(conditions, values, "c.cause", "cause", query.cause());
        equal(conditions, values, "c.hand_over_trigger", "trigger", query.trigger());
        equal(conditions, values, "c.team", "team", query.team());
        equal(conditions, values, "c.channel", "channel", query.channel());
        if (given(query.caseNumber())) {
            conditions.add("c.case_number in (:caseNumbers)");
            values.put("caseNumbers", named.cases(Objects.requireNonNull(query.caseNumber())));
        }
        if (given(query.product())) {
            conditions.add("lower(c.product) like :product escape '\\'");
            values.put("product", "%" + NamedInSearch.likeable(query.product()).toLowerCase(Locale.ROOT) + "%");
        }
        if (given(query.customer())) {
            conditions.add("c.customer_number in (:customers)");
            values.put(
                    "customers",
                    named.customers(Objects.requireNonNull(query.customer()).strip()));
        }
        if (given(query.person())) {
            conditions.add("c.case_number in (select w.case_number from case_person w where w.person = :person)");
            values.put("person", Objects.requireNonNull(query.person()).strip());
        }
        if (query.from() != null) {
            conditions.add("c.opened_at >= :from");
            values.put("from", begin(query.from()));
        }
        if (query.to() != null) {
            conditions.add("c.opened_at < :to");
            values.put("to", begin(query.to().plusDays(1)));
        }
        if (given(query.deadline())) {
            conditions.add(deadline(Objects.requireNonNull(query.deadline())));
        }
        if (given(query.words())) {
            words(conditions, values, Objects.requireNonNull(query.words()));
        }
        return new Conditions(conditions, values);
    }

    private static String deadline(String state) {
        return switch (state) {
            case "overdue" -> OVERDUE;
            case "missed" -> MISSED;
            case "in-time" -> "not coalesce(%s, false) and not coalesce(%s, false)".formatted(OVERDUE, MISSED);
            default -> throw new RefusedInput("deadline", Sentence.of("search.no-such-state", state));
        };
    }

    private void words(List<String> conditions, Map<String, Object> values, String words) {
        if (named.isPostgres()) {
            long fitting = jdbc.sql("""
                            select count(*) from (select 1 from case_text t
                              where t.words @@ websearch_to_tsquery('simple', ?) limit ?) as fitting""").params(words, COMMON).query(Long.class).single();
            conditions.add(fitting < COMMON ? WITH_RARE_WORDS : WITH_COMMON_WORDS);
            values.put("words", words);
            return;
        }
        String[] each = words.strip().split("\\s+");
        for (int n = 0; n < each.length; n++) {
            conditions.add("""
                    c.case_number in (select t.case_number from case_text t
                      where lower(t.body) like :word%d escape '\\')""".formatted(n));
            values.put("word" + n, "%" + NamedInSearch.likeable(each[n]).toLowerCase(Locale.ROOT) + "%");
        }
    }

    private static void equal(
            List<String> conditions, Map<String, Object> values, String column, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            conditions.add("%s = :%s".formatted(column, name));
            values.put(name, value);
        }
    }

    private OffsetDateTime begin(LocalDate day) {
        return utc(day.atStartOfDay(times.house()).toInstant());
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
