package org.recourse.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One human step: who works it, what its form shows and what it accepts. There is one for each file in {@code forms/}. */
public interface FormStep {

    /** Id of the form, which is its file name. */
    String form();

    /** Who works the step; not asked for a start form. */
    Holder holder(Step step);

    /** What the form shows beyond the case's common data; keys are the form's field keys. */
    Map<String, @Nullable Object> show(Step step);

    /**
     * Takes the answers into the case. Absent answers mean: unchanged.
     *
     * @throws RefusedInput when an answer is missing, malformed or beyond a limit; the step then stays open
     */
    Steering submit(Step step, Answers answers);
}
