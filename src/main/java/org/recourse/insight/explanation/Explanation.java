package org.recourse.insight.explanation;

import java.util.List;

/**
 * A case in sentences, oldest first, and what is asked for most often before them.
 *
 * @param approved who decided on money, under which row of which version
 * @param waited how long the customer waited for somebody, after each hand-over
 * @param promised what was promised, and what became of it
 */
public record Explanation(List<String> approved, List<String> waited, List<String> promised, List<Reason> reasons) {}
