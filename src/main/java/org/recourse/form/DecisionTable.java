package org.recourse.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a decision table is told about a case, and what becomes of its outcome. One for each {@code .dmn} file. */
public interface DecisionTable {

    /** Id of the decision, which is its file name. */
    String decision();

    /** The table's inputs by name; every input the table declares is present. */
    Map<String, @Nullable Object> facts(Step step);

    /** Takes the outcome of the row that fired into the case. */
    void decided(Step step, Outcome outcome);
}
