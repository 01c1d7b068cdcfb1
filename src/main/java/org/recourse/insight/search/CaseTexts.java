package org.recourse.insight.search;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the searchable words and people of cases up to date: of each case whose log has grown since the last time. What is erased from
 * a case is gone from here within a minute.
 */
@Repository
public class CaseTexts {

    private static final int CASES_AT_ONCE = 500;
    private static final long LINES_AT_ONCE = 50_000;

    /** Lines that were numbered earlier may be committed later; so far back they are looked at again. */
    private static final int LOOK_BACK = 2_000;

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One bounded piece of work; when another node is at it, nothing. */
    @Scheduled(
            initialDelayString = "${recourse.search.first-after:PT1M}",
            fixedDelayString = "${recourse.search.every:PT1M}")
    @Transactional
    public void refresh() {
        readOn();
    }

    /** All of them anew, from the cases alone. */
    @Transactional
    public void rebuild() {
        jdbc.sql("update case_text_progress set event_id = 0").update();
        jdbc.sql("delete from case_text").update();
        jdbc.sql("delete from case_person").update();
        boolean more = true;
        while (more) {
            more = readOn();
        }
    }

    /** @return whether there is more to read */
    private boolean readOn() {
        Optional<Long> progress = jdbc.sql("select event_id from case_text_progress for update skip locked")
                .query(Long.class)
                .optional();
        long newest = jdbc.sql("select coalesce(max(id), 0) from search_event")
                .query(Long.class)
                .single();
        if (progress.isEmpty() || progress.get() == newest) {
            return false;
        }
        long read = progress.get();
        long until = Math.min(newest, read + LINES_AT_ONCE);
        List<String> changed = jdbc.sql("select distinct case_number from search_event where id > ? and id <= ?")
                .params(read - LOOK_BACK, until)
                .query(String.class)
                .list();
        for (int from = 0; from < changed.size(); from += CASES_AT_ONCE) {
            write(changed.subList(from, Math.min(from + CASES_AT_ONCE, changed.size())));
        }
        jdbc.sql("update case_text_progress set event_id = ?").param(until).update();
        return until < newest;
    }

    private void write(List<String> cases) {
        jdbc.sql("delete from case_text where case_number in (:cases)")
                .param("cases", cases)
                .update();
        jdbc.sql("""
                        insert into case_text (case_number, body)
                        select c.case_number, concat_ws(' ', c.case_number, c.title, c.story, c.facts, c.effect,
                          c.desired_outcome, c.product, c.restatement, c.correction, c.agent_view, c.refusal_explained,
                          c.advice, c.problem_goal, c.people_goal, c.comment, c.final_answer, c.cause_evidence,
                          (select string_agg(k.words, ' ') from search_contact k where k.case_number = c.case_number),
                          (select string_agg(concat_ws(' ', p.solution, p.refusal_reason), ' ') from search_proposal p
                            where p.case_number = c.case_number),
                          (select string_agg(i.comment, ' ') from search_check_in i where i.case_number = c.case_number),
                          (select string_agg(m.text, ' ') from search_comment m where m.case_number = c.case_number),
                          (select string_agg(concat_ws(' ', q.question, q.answer), ' ') from search_question q
                            where q.case_number = c.case_number))
                        from search_case c where c.case_number in (:cases)""").param("cases", cases).update();
        jdbc.sql("delete from case_person where case_number in (:cases)")
                .param("cases", cases)
                .update();
        jdbc.sql("""
                        insert into case_person (person, case_number)
                        select w.person, w.case_number from (
                          select opened_by as person, case_number from search_case
                          union select agent, case_number from search_case
                          union select owner, case_number from search_case
                          union select handed_over_by, case_number from search_case
                          union select settled_by, case_number from search_case
                          union select held_by, case_number from search_contact
                          union select asked_by, case_number from search_approval
                          union select decided_by, case_number from search_approval
                          union select first_decided_by, case_number from search_approval) w
                        where w.person is not null and w.case_number in (:cases)""").param("cases", cases).update();
    }
}
