package org.recourse.escalation.opening;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.springframework.stereotype.Component;

/** The start form: a case begins with who calls and what it is about. */
@Component
class OpenCaseStep implements FormStep {

    private final CaseOpening opening;

    OpenCaseStep(CaseOpening opening) {
        this.opening = opening;
    }

    @Override
    public String form() {
        return "open-case";
    }

    @Override
    public Holder holder(Step step) {
        throw new IllegalStateException("nobody holds a start form");
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        return new LinkedHashMap<>();
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        return Steering.opens(opening.open(step, answers).number());
    }
}
