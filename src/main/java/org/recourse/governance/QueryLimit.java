package org.recourse.governance;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A question over REST without a page is answered with its first page, so that nobody fetches everything at once. The
 * engine's own switch would refuse it, and the domain's questions with it. Tasklist pages by this number.
 */
final class QueryLimit extends CommandInterceptor {

    static final int PAGE = 2000;

    private static final Field FILTER = field("filterId");
    private static final Field EXTENDING_QUERY = field("extendingQuery");

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || !isRest()) {
            return next.execute(command);
        }
        if (command instanceof AbstractQuery<?, ?> query && query.getMaxResults() > PAGE) {
            query.setMaxResults(PAGE);
        }
        return command instanceof ExecuteFilterListCmd filter
                ? (T) next.execute(firstPage(filter))
                : next.execute(command);
    }

    private static Command<?> firstPage(ExecuteFilterListCmd filter) {
        var id = (String) ReflectionUtils.getField(FILTER, filter);
        var query = (Query<?, ?>) ReflectionUtils.getField(EXTENDING_QUERY, filter);
        return new ExecuteFilterListPageCmd(id, query, 0, PAGE);
    }

    private static boolean isRest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && (attributes.getRequest().getServletPath().startsWith("/engine-rest")
                        || attributes.getRequest().getServletPath().startsWith("/camunda/api/"));
    }

    private static Field field(String name) {
        var field = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, name);
        if (field == null) {
            throw new IllegalStateException("The engine's filters have no field " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
