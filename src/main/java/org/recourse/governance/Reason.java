package org.recourse.governance;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/**
 * Why a file is refused: where, which rule, and what the process owner can do.
 *
 * @param element the id of the element, or what stands in for one
 */
record Reason(String element, String rule, String remedy) implements Problem {

    @Override
    public String getMessage() {
        return "%s: %s %s".formatted(element, rule, remedy);
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getColumn() {
        return 0;
    }

    @Override
    public String getMainElementId() {
        return element;
    }

    @Override
    public List<String> getElementIds() {
        return List.of(element);
    }
}
