package org.recourse.insight.figures.counting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.recourse.insight.figures.facts.FigureProperties;
import org.recourse.record.CaseLog;
import org.recourse.record.EntryHappening;
import org.recourse.record.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the cases whose facts may have become others. */
@Repository
class ChangedCases {

    private static final String CUSTOMER_NUMBER = "customer_number";

    private final JdbcClient jdbc;
    private final CaseLog log;
    private final int window;

    ChangedCases(JdbcClient jdbc, CaseLog log, FigureProperties properties) {
        this.jdbc = jdbc;
        this.log = log;
        this.window = Math.max(properties.resolutionDays(), properties.repeatDays()) + 1;
    }

    long newestLine() {
        return jdbc.sql("select coalesce(max(id), 0) from figures_event")
                .query(Long.class)
                .single();
    }

    /** How many cases have lines in their log after that one. */
    int grownSince(long after) {
        return jdbc.sql("select count(distinct case_number) from figures_event where id > ?")
                .param(after)
                .query(Integer.class)
                .single();
    }

    int all() {
        return jdbc.sql("select count(*) from figures_case")
                .query(Integer.class)
                .single();
    }

    /** Cases whose log grew, and the settled ones of the same customers that these may be repeats of. */
    Set<String> between(long after, long until) {
        String grown = "select e.case_number from figures_event e where e.id > :after and e.id <= :until";
        Set<String> cases = new HashSet<>(jdbc.sql("""
                        %1$s union
                        select o.case_number from figures_case c join figures_case o
                          on o.customer_number = c.customer_number and o.opened_at < c.opened_at
                        where c.case_number in (%1$s)
                          and (o.settled_at is null or o.settled_at >= c.opened_at - interval '%2$d' day)""".formatted(grown, window))
                .param("after", after)
                .param("until", until)
                .query(String.class)
                .list());
        cases.addAll(ofFormerCustomers(after, until));
        return cases;
    }

    /** The other cases of customers whom a case was taken from; their numbers are words that no SQL reads. */
    private List<String> ofFormerCustomers(long after, long until) {
        List<String> customers = log.reworded(CUSTOMER_NUMBER, after, until).stream()
                .map(EntryHappening.Reworded::before)
                .filter(Objects::nonNull)
                .map(Words::text)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return customers.isEmpty()
                ? List.of()
                : jdbc.sql("select case_number from figures_case where customer_number in (:customers)")
                        .param("customers", customers)
                        .query(String.class)
                        .list();
    }

    /** What goes without a line in the log: a message arrived, a clock was set anew. */
    List<String> silently(Instant since) {
        return jdbc.sql("""
                        select i.case_number from figures_check_in i
                          join figures_message m on m.message_key = i.case_number || '/check-in/' || cast(i.id as varchar(20))
                        where m.state = 'sent' and i.sent_at >= :lately and not exists (select 1 from figure_fact f
                          where f.case_number = i.case_number and f.figure = 'response-rate' and f.at = i.sent_at)
                        union select s.case_number from figures_clock_interval s where s.written_at >= :since
                        union select k.case_number from figures_clock k where k.ended_at >= :since""")
                .param("lately", since.minusSeconds(172_800).atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Cases after that one, in the order of their numbers. */
    List<String> next(String after, int atMost) {
        return jdbc.sql("select case_number from figures_case where case_number > ? order by case_number limit ?")
                .params(after, atMost)
                .query(String.class)
                .list();
    }
}
