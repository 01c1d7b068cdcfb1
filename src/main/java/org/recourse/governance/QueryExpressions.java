package org.recourse.governance;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.recourse.text.Sentence;

/** The expressions that a query carries, those of its or-queries included, which the engine forgets to check. */
final class QueryExpressions {

    static final Sentence REFUSAL = Sentence.of("governance.query-expressions");

    private static final Pattern ALLOWED = Pattern.compile("[$#]\\{ *(?:currentUser|currentUserGroups|now)\\( *\\) *}");

    private QueryExpressions() {}

    static boolean isAllowedInFilter(String expression) {
        return ALLOWED.matcher(expression.strip()).matches();
    }

    static boolean areAllowedInFilter(AbstractQuery<?, ?> query) {
        return parts(query).stream()
                .map(AbstractQuery::getExpressions)
                .flatMap(expressions -> expressions.values().stream())
                .allMatch(QueryExpressions::isAllowedInFilter);
    }

    static boolean hasAny(AbstractQuery<?, ?> query) {
        return parts(query).stream().anyMatch(part -> !part.getExpressions().isEmpty());
    }

    private static Collection<? extends AbstractQuery<?, ?>> parts(AbstractQuery<?, ?> query) {
        return query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of(query);
    }
}
