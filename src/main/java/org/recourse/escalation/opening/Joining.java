package org.recourse.escalation.opening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Channel;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** A customer who comes back about an open case is not a new case: the contact goes there, its owner is told (R22). */
@Service
public class Joining {

    private static final int URGENCY_BY_CHASE = 10;

    private final Cases cases;
    private final Contacts contacts;
    private final CaseProcess process;
    private final Notices notices;
    private final CaseClocks clocks;
    private final CaseLog log;
    private final Repeats repeats;

    Joining(
            Cases cases,
            Contacts contacts,
            CaseProcess process,
            Notices notices,
            CaseClocks clocks,
            CaseLog log,
            Repeats repeats) {
        this.repeats = repeats;
        this.cases = cases;
        this.contacts = contacts;
        this.process = process;
        this.notices = notices;
        this.clocks = clocks;
        this.log = log;
    }

    /**
     * Joins a just opened case to an older open one of the same customer and matter, if there is one. Otherwise it may be a
     * repeat of one that was settled.
     *
     * @return the case that the contact belongs to now
     */
    public Optional<CaseNumber> join(Step step) {
        EscalationCase opened = cases.get(step.caseNumber());
        List<EscalationCase> ofCustomer = cases.ofCustomer(opened.customerNumber());
        Optional<EscalationCase> older = ofCustomer.stream()
                .filter(other -> !other.number().equals(opened.number()))
                .filter(EscalationCase::isOpen)
                .filter(other -> sameMatter(opened, other))
                .findFirst();
        older.ifPresent(open -> {
            cases.save(opened.joins(open), step);
            contacts.moveTo(opened.number(), open.number());
            clocks.stopped(opened.number());
            chased(at(step, open), open, opened.textOr(CaseField.STORY, opened.textOr(CaseField.TITLE, "")));
        });
        if (older.isEmpty()) {
            repeats.mark(opened, step, ofCustomer);
        }
        return older.map(EscalationCase::number);
    }

    /** The matter is the product where both name one, else the title. */
    public static boolean sameMatter(EscalationCase one, EscalationCase other) {
        return one.has(CaseField.PRODUCT) && other.has(CaseField.PRODUCT)
                ? same(one.text(CaseField.PRODUCT), other.text(CaseField.PRODUCT))
                : same(one.text(CaseField.TITLE), other.text(CaseField.TITLE));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Records a contact on an open case from elsewhere: a letter, a call to another team. */
    public void contacted(Step step, @Nullable String channel, @Nullable String story) {
        EscalationCase open = cases.get(step.caseNumber());
        String words = story == null || story.isBlank() ? null : story;
        contacts.add(open, ContactKind.CHASE, channel == null ? Channel.PHONE.value() : channel, "customer", words);
        chased(step, open, words);
    }

    /** A chase raises the urgency and tells whoever is responsible. Nothing ends, nothing reopens. */
    private void chased(Step step, EscalationCase open, @Nullable String words) {
        if (open.isOpen()) {
            open.chased(URGENCY_BY_CHASE);
            clocks.assessed(open);
            if (open.is(CaseField.STATE, CaseState.OPEN)) {
                clocks.customerCameBack(open);
            }
            cases.save(open, step);
            process.prioritise(open.number(), open.number(CaseField.PRIORITY));
        }
        log.happened(step, new CourseHappening.Joined(Words.of(words)));
        notices.tell(
                step,
                "customer-contacted",
                Sentence.of("case.customer-came-back", open.number()),
                List.of(responsible(open)));
    }

    public static String responsible(EscalationCase open) {
        String fallback = open.level() == 1 ? Roles.inTeam(open.team(), Roles.AGENT) : open.higherGroup();
        PersonId holder = open.holder();
        return holder == null ? open.textOr(CaseField.SETTLED_BY, fallback) : holder.value();
    }

    private static Step at(Step step, EscalationCase open) {
        return step.in(open.number());
    }
}
