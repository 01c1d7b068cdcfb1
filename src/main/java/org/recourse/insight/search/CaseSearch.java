package org.recourse.insight.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.insight.search.CaseConditions.Conditions;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches all cases; filtered, sorted and cut into pages by the database. */
@Repository
public class CaseSearch {

    /** So many are counted at most. */
    public static final int COUNTED = 1_000;

    private static final Map<String, String> SORTS = Map.of(
            "openedAt", "c.opened_at",
            "settledAt", "c.settled_at",
            "caseNumber", "c.case_number",
            "customerNumber", "c.customer_number",
            "title", "lower(c.title)",
            "level", "c.level",
            "state", "c.state",
            "urgency", "c.urgency");

    private final JdbcClient jdbc;
    private final CaseConditions conditions;

    CaseSearch(JdbcClient jdbc, CaseConditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    /** @param total how many fit, at most {@link #COUNTED}: nobody reads more, and counting them takes long */
    public record Found(long total, int page, int size, List<FoundCase> cases) {}

    /**
     * @param sort a column of the list, with {@code -} in front for the largest first; null for the newest first
     * @param page from 0
     * @throws RefusedInput when there is no such sort
     */
    public Found find(CaseQuery query, @Nullable String sort, int page, int size) {
        Conditions asked = conditions.of(query);
        Map<String, Object> values = asked.values();
        values.put("size", size);
        values.put("skip", (long) page * size);
        List<FoundCase> cases = jdbc.sql(
                        """
                        select c.*, u.name as customer_name, case when %s then 'overdue' when coalesce(%s, false) then 'missed'
                          else 'in-time' end as deadline
                        from (select c.* from search_case c%3$s order by %4$s limit :size offset :skip) c
                          left join search_customer u on u.number = c.customer_number
                        order by %4$s""".formatted(CaseConditions.OVERDUE, CaseConditions.MISSED, asked.where(), order(sort)))
                .params(values)
                .query(FoundCase::of)
                .list();
        boolean last = cases.size() < size && (page == 0 || !cases.isEmpty());
        long total = last ? (long) page * size + cases.size() : count(asked);
        return new Found(total, page, size, cases);
    }

    private long count(Conditions asked) {
        if (asked.isCommonWordsAlone()) {
            return COUNTED; // more than that have them
        }
        return jdbc.sql("select count(*) from (select 1 from search_case c%s limit %d) as fitting"
                        .formatted(asked.where(), COUNTED))
                .params(asked.values())
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
}
