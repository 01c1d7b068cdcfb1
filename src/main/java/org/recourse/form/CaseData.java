package org.recourse.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.text.Saying;

/** What every form shows of its case, whichever step it belongs to. */
public interface CaseData {

    Map<String, @Nullable Object> of(CaseNumber caseNumber);

    /** Keeps answers that no step has a place for, because a process owner added a field. */
    void keepExtras(Step step, List<ExtraFact> extras);

    /** Records that somebody was refused, in a transaction of its own: the attempt outlives the roll-back. */
    void recordRefusal(CaseNumber caseNumber, String element, Saying sentence);

    /**
     * Keeps case and steps in the same hands, and on record who took a step over or gave it to whom.
     *
     * @param to null when the step is given back to those who are offered it
     */
    void changedHands(Step step, PersonId from, @Nullable PersonId to);
}
