package org.recourse.escalation.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.record.CaseLog;
import org.recourse.record.Notices;
import org.recourse.record.QuestionHappening;
import org.recourse.record.Words;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;

/** Questions to an expert, the back office or a supervisor: the case stays where it is, the question has a due time. */
@Service
public class Questions {

    private static final Duration USUALLY = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final QuestionProcess process;
    private final Cases cases;
    private final Calendars calendars;
    private final People people;
    private final Notices notices;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;

    Questions(
            JdbcClient jdbc,
            QuestionProcess process,
            Cases cases,
            Calendars calendars,
            People people,
            Notices notices,
            CaseLog log,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.cases = cases;
        this.calendars = calendars;
        this.people = people;
        this.notices = notices;
        this.log = log;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param to user or group
     * @param dueBy null: four business hours from now
     * @throws RefusedInput when nobody is named or the due time is past
     */
    public Question ask(Step step, String to, String question, @Nullable Instant dueBy) {
        if (to.isBlank()
                || !people.exists(PersonId.of(to)) && people.membersOf(to).isEmpty()) {
            throw new RefusedInput("to", Sentence.of("question.nobody", to));
        }
        if (dueBy != null && !dueBy.isAfter(clock.instant())) {
            throw new RefusedInput("dueBy", Sentence.of("question.due-in-the-past"));
        }
        EscalationCase escalation = cases.get(step.caseNumber());
        Instant due = dueBy == null ? calendars.of(escalation.team()).plus(clock.instant(), USUALLY) : dueBy;
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into question (case_number, asked_by, asked_of, question, asked_at, due_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(step.caseNumber(), user.id(), to, question, utc(clock.instant()), utc(due))
                .update(key, "id");
        Question asked = get(key.getKeyAs(Long.class));
        log.happened(step, new QuestionHappening.QuestionAsked(to, new Words(question)));
        process.start(asked);
        notices.tell(
                step,
                "question-asked",
                Sentence.of("question.asked", new Person(user.id()), step.caseNumber(), question),
                List.of(to));
        return asked;
    }

    void answer(Step step, long id, String answer) {
        jdbc.sql("update question set answer = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(answer, user.id(), utc(clock.instant()), id)
                .update();
        log.happened(step, new QuestionHappening.QuestionAnswered(new Words(answer)));
    }

    /** The one who asked hears the answer. */
    public void returnAnswer(Step step, long id) {
        Question question = get(id);
        notices.tell(
                step,
                "question-answered",
                Sentence.of("question.answered", question.caseNumber()),
                List.of(question.askedBy().value()));
    }

    public void late(Step step, long id) {
        Question question = get(id);
        notices.tell(
                step,
                "question-late",
                Sentence.of("question.late", question.caseNumber(), new Person(question.askedOf())),
                List.of(question.askedBy().value(), question.askedOf()));
    }

    public Question get(@Nullable Long id) {
        return jdbc.sql("select * from question where id = ?")
                .param(id)
                .query(Questions::row)
                .single();
    }

    public List<Question> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from question where case_number = ? order by id")
                .param(caseNumber)
                .query(Questions::row)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Question row(ResultSet row, int n) throws SQLException {
        return new Question(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                PersonId.of(row.getString("asked_by")),
                row.getString("asked_of"),
                row.getString("question"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_by", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                row.getString("answered_by"));
    }
}
