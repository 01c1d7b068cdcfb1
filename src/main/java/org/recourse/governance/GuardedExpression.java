package org.recourse.governance;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Speech;

/**
 * An expression without a scope comes from a query, hence from whoever sent it: here ends every way to it that {@link
 * QueryGuard} has not thought of. A process engine's exception would be told as 500.
 */
final class GuardedExpression extends JuelExpression {

    private final Speech speech;

    GuardedExpression(ValueExpression value, GuardedExpressions manager, String text, Speech speech) {
        super(value, manager, text);
        this.speech = speech;
    }

    @Override
    public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        if (scope == null && !isLiteralText() && !QueryExpressions.isAllowedInFilter(getExpressionText())) {
            throw new RestException(Status.BAD_REQUEST, speech.say(QueryExpressions.REFUSAL));
        }
        return super.getValue(scope, execution);
    }
}
