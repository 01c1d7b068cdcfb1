package org.recourse.insight.search;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

/** Searches all cases; filtered, sorted and cut into pages by the database. */
@Repository
public class CaseSearch {

    /** So many are counted at most. */
    public static final int COUNTED = 1_000;

    private static final int FIRST_YEAR = 2020;
    private static final Pattern END = Pattern.compile("0*(\\d{1,12})");

    private static final Map<String, String> SORTS = Map.of(
            "openedAt", "c.opened_at",
            "settledAt", "c.settled_at",
            "caseNumber", "c.case_number",
            "customerNumber", "c.customer_number",
            "title", "lower(c.title)",
            "level", "c.level",
            "state", "c.state",
            "urgency", "c.urgency");

    /** Something is due and not done: a promise, a clock's target, or a hand-over that nobody has taken. */
    private static final String OVERDUE = """
            (c.state in ('open', 'settled') and (
              (select 1 from search_promise p where p.case_number = c.case_number and p.done_at is null
                and p.state in ('open', 'late', 'broken') and p.due_by < :now limit 1) = 1
              or (select 1 from search_clock k where k.case_number = c.case_number and k.ended_at is null
                and k.due_at < :now limit 1) = 1
              or c.state = 'open' and c.level > 1 and c.owner is null and c.review_due < :now))""";

    /** As in all of these, a value and no {@code exists}: for that PostgreSQL would read all promises there are. */
    private static final String MISSED = """
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

    private static final int CUSTOMERS = 1_000;

    private final JdbcClient jdbc;
    private final Times times;
    private final Clock clock;
    private final String region;
    private final boolean postgres;

    CaseSearch(
            JdbcClient jdbc,
            DataSource dataSource,
            Times times,
            Clock clock,
            @Value("${recourse.region:EU}") String region)
            throws MetaDataAccessException {
        this.region = region;
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
        this.postgres = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName()));
    }

    /** @param total how many fit, at most {@link #COUNTED}: nobody reads more, and counting them takes long */
    public record Found(long total, int page, int size, List<FoundCase> cases) {}

    /**
     * @param sort a column of the list, with {@code -} in front for the largest first; null for the newest first
     * @param page from 0
     * @throws RefusedInput when there is no such sort
     */
    public Found find(CaseQuery query, @Nullable String sort, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", utc(clock.instant()));
        String where = where(query, values);
        values.put("size", size);
        values.put("skip", (long) page * size);
        List<FoundCase> cases = jdbc.sql("""
                        select c.*, u.name as customer_name, case when %s then 'overdue' when coalesce(%s, false) then 'missed'
                          else 'in-time' end as deadline
                        from (select c.* from search_case c%3$s order by %4$s limit :size offset :skip) c
                          left join search_customer u on u.number = c.customer_number
                        order by %4$s""".formatted(OVERDUE, MISSED, where, order(sort)))
                .params(values)
                .query(CaseSearch::row)
                .list();
        boolean last = cases.size() < size && (page == 0 || !cases.isEmpty());
        long total = last ? (long) page * size + cases.size() : count(where, values);
        return new Found(total, page, size, cases);
    }

    private long count(String where, Map<String, Object> values) {
        if (where.equals(" where " + WITH_COMMON_WORDS)) {
            return COUNTED; // more than that have them
        }
        return jdbc.sql("select count(*) from (select 1 from search_case c%s limit %d) as fitting"
                        .formatted(where, COUNTED))
                .params(values)
                .query(Long.class)
                .single();
    }

    private static String order(@Nullable String sort) {
        String asked = sort == null || sort.isBlank() ? "-openedAt" : sort;
        boolean descending = asked.startsWith("-");
        String column = SORTS.get(descending ? asked.substring(1) : asked);
        if (column == null) {
            String known = String.join(", ", SORTS.keySet().stream().sorted().toList());
            throw new RefusedInput("sort", Sentence.of("search.no-such-order", asked, known));
        }
        String direction = descending ? "desc" : "asc";
        String last = column.equals("c.settled_at") ? " nulls last" : "";
        return "%1$s %2$s%3$s, c.case_number %2$s".formatted(column, direction, last);
    }

    private String where(CaseQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        equal(conditions, values, "c.state", "state", query.state());
        equal(conditions, values, "c.outcome", "outcome", query.outcome());
        equal(conditions, values, "c.level", "level", query.level());
        equal(conditions, values, "c.cause", "cause", query.cause());
        equal(conditions, values, "c.hand_over_trigger", "trigger", query.trigger());
        equal(conditions, values, "c.team", "team", query.team());
        equal(conditions, values, "c.channel", "channel", query.channel());
        if (given(query.caseNumber())) {
            conditions.add("c.case_number in (:caseNumbers)");
            values.put("caseNumbers", numbers(Objects.requireNonNull(query.caseNumber())));
        }
        if (given(query.product())) {
            conditions.add("lower(c.product) like :product escape '\\'");
            values.put("product", "%" + likeable(query.product()).toLowerCase(Locale.ROOT) + "%");
        }
        if (given(query.customer())) {
            conditions.add("c.customer_number in (:customers)");
            values.put(
                    "customers",
                    customers(Objects.requireNonNull(query.customer()).strip()));
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
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String deadline(String state) {
        return switch (state) {
            case "overdue" -> OVERDUE;
            case "missed" -> MISSED;
            case "in-time" -> "not coalesce(%s, false) and not coalesce(%s, false)".formatted(OVERDUE, MISSED);
            default -> throw new RefusedInput("deadline", Sentence.of("search.no-such-state", state));
        };
    }

    /** The number itself, and whose names have these words, or these letters on H2. */
    private List<String> customers(String asked) {
        List<String> numbers = new ArrayList<>(List.of(asked));
        String letters = asked.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        if (postgres && !letters.isEmpty()) {
            numbers.addAll(jdbc.sql("""
                            select number from search_customer
                            where to_tsvector('simple', coalesce(name, '')) @@ to_tsquery('simple', ?) limit ?""")
                    .params(letters.replace(" ", ":* & ") + ":*", CUSTOMERS)
                    .query(String.class)
                    .list());
        } else if (!postgres) {
            numbers.addAll(jdbc.sql("select number from search_customer where lower(name) like ? escape '\\' limit ?")
                    .params("%" + likeable(asked).toLowerCase(Locale.ROOT) + "%", CUSTOMERS)
                    .query(String.class)
                    .list());
        }
        return numbers;
    }

    private void words(List<String> conditions, Map<String, Object> values, String words) {
        if (postgres) {
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
            values.put("word" + n, "%" + likeable(each[n]).toLowerCase(Locale.ROOT) + "%");
        }
    }

    /** The number as it stands, or its end, {@code 12}, of any year: looked up, not searched for. */
    private List<String> numbers(String asked) {
        String number = asked.strip().toUpperCase(Locale.ROOT);
        Matcher end = END.matcher(number);
        if (!end.matches()) {
            return List.of(number);
        }
        int thisYear = clock.instant().atZone(times.house()).getYear();
        return IntStream.rangeClosed(FIRST_YEAR, thisYear + 1)
                .mapToObj(year -> CaseNumber.of(region, year, Long.parseLong(end.group(1)))
                        .value())
                .toList();
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

    private static String likeable(@Nullable String text) {
        return Objects.requireNonNull(text).strip().replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String offeredTo(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        boolean held = row.getString(level > 1 ? "owner" : "agent") != null;
        if (held || !"open".equals(row.getString("state"))) {
            return null;
        }
        String team = Objects.requireNonNullElse(level > 1 ? row.getString("route_team") : null, row.getString("team"));
        return "%s-%s".formatted(team, level == 1 ? "agent" : level == 2 ? "supervisor" : "manager");
    }

    private static FoundCase row(ResultSet row, int n) throws SQLException {
        return new FoundCase(
                CaseNumber.of(row.getString("case_number")),
                row.getString("title"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getString("team"),
                row.getString("product"),
                row.getString("channel"),
                row.getInt("level"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("cause"),
                row.getString("hand_over_trigger"),
                row.getString("agent"),
                row.getString("owner"),
                row.getString("settled_by"),
                offeredTo(row),
                row.getInt("urgency"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "settled_at"),
                instant(row, "closed_at"),
                row.getString("deadline"),
                row.getBoolean("practice"));
    }
}
