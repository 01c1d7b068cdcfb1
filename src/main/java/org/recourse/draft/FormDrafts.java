package org.recourse.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.form.CardNumbers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Typed;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of steps, one for each person and step. Nobody sees another's. */
@Service
public class FormDrafts implements Typed {

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST = 200_000;
    /** A step that is done needs no draft; until then whoever lost it in a conflict may still want the words. */
    private static final Duration KEPT_AFTER_THE_STEP = Duration.ofDays(2);

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final OpenSteps steps;
    private final CurrentUser user;
    private final ObjectMapper json;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, OpenSteps steps, CurrentUser user, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.user = user;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was typed, in place of what was kept before.
     *
     * @return false when the step is done or somebody else holds it: nothing was kept
     * @throws RefusedInput when there are too many or too long answers
     */
    @Transactional
    public boolean keep(String taskId, Map<String, @Nullable Object> answers) {
        String written = written(answers);
        var step = steps.heldByMe(taskId);
        step.ifPresent(held -> {
            forget(taskId);
            jdbc.sql("""
                            insert into form_draft (task_id, person, case_number, element, answers, saved_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            taskId,
                            user.id(),
                            held.caseNumber(),
                            held.element(),
                            written,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
        return step.isPresent();
    }

    private String written(Map<String, @Nullable Object> answers) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(answers);
        kept.replaceAll((field, value) -> value instanceof String text ? CardNumbers.hide(text) : value);
        String written;
        try {
            written = json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (kept.size() > MOST_FIELDS || written.length() > LONGEST) {
            throw new RefusedInput("draft", Sentence.of("draft.too-large"));
        }
        return written;
    }

    @Override
    public Map<String, @Nullable Object> mine(String taskId) {
        return jdbc.sql("select answers from form_draft where task_id = ? and person = ?")
                .params(taskId, user.id())
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(Map.of());
    }

    /** The current user's draft of the step is not needed any more. */
    public void forget(String taskId) {
        jdbc.sql("delete from form_draft where task_id = ? and person = ?")
                .params(taskId, user.id())
                .update();
    }

    /** Takes out what the person typed last into that step of the case; empty when nothing is kept. */
    @Transactional
    public Map<String, @Nullable Object> take(CaseNumber caseNumber, String element, PersonId person) {
        List<String> kept = jdbc.sql("""
                        select answers from form_draft where case_number = ? and element = ? and person = ?
                        order by saved_at desc""")
                .params(caseNumber, element, person)
                .query(String.class)
                .list();
        if (kept.isEmpty()) {
            return Map.of();
        }
        jdbc.sql("delete from form_draft where case_number = ? and element = ? and person = ?")
                .params(caseNumber, element, person)
                .update();
        return read(kept.get(0));
    }

    private Map<String, @Nullable Object> read(String written) {
        try {
            return json.readValue(written, ANSWERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Drafts of steps that are done go, some time after the last word was typed. */
    @Scheduled(
            initialDelayString = "${recourse.drafts.sweep-after:PT10M}",
            fixedDelayString = "${recourse.drafts.sweep-every:PT1H}")
    @Transactional
    public void sweep() {
        List<String> old = jdbc.sql("select distinct task_id from form_draft where saved_at < ?")
                .param(clock.instant().minus(KEPT_AFTER_THE_STEP).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        Set<String> waiting = steps.waiting(old);
        List<String> done = old.stream().filter(id -> !waiting.contains(id)).toList();
        if (!done.isEmpty()) {
            jdbc.sql("delete from form_draft where task_id in (:done)")
                    .param("done", done)
                    .update();
        }
    }
}
