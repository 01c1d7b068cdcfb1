package org.recourse.insight.figures.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.recourse.insight.figures.facts.HandledContact.Sign;
import org.recourse.insight.figures.facts.HandlingTime.Wait;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Contacts by their end: how long they were worked on and how the mood changed; and cases by their closing: the sum over
 * their contacts. A callback is a contact of its own. A customer who came back is not in it, because nobody recorded when
 * that call ended.
 */
@Repository
class HandledContacts implements Facts {

    private final JdbcClient jdbc;
    private final FigureProperties properties;

    HandledContacts(JdbcClient jdbc, FigureProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        List<HandledContact> contacts = contacts(cases);
        Map<Long, Double> seconds = seconds(contacts, cases);
        List<Fact> facts = new ArrayList<>();
        for (HandledContact contact : contacts) {
            facts.add(time(contact, seconds));
            if (contact.moodStart() != null && contact.moodEnd() != null) {
                facts.add(Fact.measured(
                        Figure.MOOD_CHANGE,
                        contact.caseNumber(),
                        contact.endedAt(),
                        contact.facets(),
                        contact.moodEnd() - contact.moodStart(),
                        ""));
            }
        }
        contacts.stream()
                .filter(contact -> contact.closedAt() != null)
                .collect(Collectors.groupingBy(HandledContact::caseNumber))
                .values()
                .forEach(ofCase -> facts.add(sum(ofCase, seconds)));
        return facts;
    }

    private static Fact time(HandledContact contact, Map<Long, Double> seconds) {
        return Fact.measured(
                Figure.HANDLING_TIME,
                contact.caseNumber(),
                contact.endedAt(),
                contact.facets(),
                Objects.requireNonNull(seconds.get(contact.id())),
                contact.escalated() ? "escalated" : "not escalated");
    }

    private static Fact sum(List<HandledContact> contacts, Map<Long, Double> seconds) {
        HandledContact first = contacts.stream()
                .min(Comparator.comparing(HandledContact::beganAt))
                .orElseThrow();
        double sum = contacts.stream()
                .mapToDouble(contact -> Objects.requireNonNull(seconds.get(contact.id())))
                .sum();
        return Fact.measured(
                Figure.HANDLING_TIME_PER_CASE,
                first.caseNumber(),
                Objects.requireNonNull(first.closedAt()),
                first.facets(),
                sum,
                first.escalated() ? "escalated" : "not escalated");
    }

    private List<HandledContact> contacts(Collection<String> cases) {
        return jdbc.sql("""
                        select k.id, k.case_number, k.kind, k.held_by, k.channel, k.level, k.began_at, k.ended_at,
                          k.wrapped_up_at, k.mood_start, k.mood_end, c.team, c.product, c.cause, c.level as case_level,
                          c.opened_by, c.closed_at
                        from figures_contact k join counted_case c on c.case_number = k.case_number
                        where k.kind <> 'chase' and k.ended_at is not null and k.case_number in (:cases)""").param("cases", cases).query(HandledContact::row).list().stream()
                .filter(HandledContact::isHandled)
                .toList();
    }

    private Map<Long, Double> seconds(List<HandledContact> contacts, Collection<String> cases) {
        Map<Long, List<Sign>> signs = signs(cases);
        Map<Long, List<Wait>> waits = waits(cases);
        Map<Long, Double> seconds = new HashMap<>();
        contacts.forEach(contact -> seconds.put(contact.id(), (double) contact.time(
                        signs.getOrDefault(contact.id(), List.of()),
                        waits.getOrDefault(contact.id(), List.of()),
                        properties.idleAfter())
                .worked()
                .toSeconds()));
        return seconds;
    }

    /** What was done in contacts that are long or were offered to a team; the others need no closer look. */
    private Map<Long, List<Sign>> signs(Collection<String> cases) {
        Map<Long, List<Sign>> signs = new HashMap<>();
        collect(
                """
                select k.id, e.at, e.who
                from figures_contact k join counted_case c on c.case_number = k.case_number
                  join figures_event e on e.case_number = k.case_number and e.at >= k.began_at
                    and e.at <= coalesce(k.wrapped_up_at, k.ended_at)
                where k.kind <> 'chase' and k.ended_at is not null
                  and (coalesce(k.wrapped_up_at, k.ended_at) > k.began_at + interval '30' minute
                    or k.kind = 'first' and c.opened_by <> k.held_by) and k.case_number in (:cases)""",
                cases,
                row -> signs.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                        .add(new Sign(Columns.instant(row, "at"), row.getString("who"))));
        return signs;
    }

    private Map<Long, List<Wait>> waits(Collection<String> cases) {
        Map<Long, List<Wait>> waits = new HashMap<>();
        collect(
                """
                select k.id, a.asked_at, a.decided_at
                from figures_contact k join counted_case c on c.case_number = k.case_number
                  join figures_approval a on a.case_number = k.case_number and a.asked_at >= k.began_at
                    and a.asked_at <= coalesce(k.wrapped_up_at, k.ended_at) and a.decided_at is not null
                where k.kind <> 'chase' and k.ended_at is not null and k.case_number in (:cases)""",
                cases,
                row -> waits.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                        .add(new Wait(Columns.instant(row, "asked_at"), Columns.instant(row, "decided_at"))));
        return waits;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void collect(String sql, Collection<String> cases, Row taker) {
        jdbc.sql(sql).param("cases", cases).query(taker::take);
    }
}
