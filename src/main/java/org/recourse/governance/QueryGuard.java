package org.recourse.governance;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Speech;
import org.springframework.util.ReflectionUtils;

/** Refuses expressions in queries before the engine sees them (CVE-2026-109432, open in 7.24.0). */
final class QueryGuard extends CommandInterceptor {

    private static final Field EXTENDING_QUERY = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field FILTER = field(SaveFilterCmd.class, "filter");

    private final Speech speech;

    QueryGuard(Speech speech) {
        this.speech = speech;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!isHarmless(command)) {
            throw new BadUserRequestException(speech.say(QueryExpressions.REFUSAL));
        }
        return next.execute(command);
    }

    private static boolean isHarmless(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            return !QueryExpressions.hasAny(query);
        }
        if (command instanceof AbstractExecuteFilterCmd execution) {
            return !(read(EXTENDING_QUERY, execution) instanceof AbstractQuery<?, ?> query)
                    || !QueryExpressions.hasAny(query);
        }
        return !(command instanceof SaveFilterCmd save)
                || !(read(FILTER, save) instanceof Filter filter)
                || !(filter.getQuery() instanceof AbstractQuery<?, ?> query)
                || QueryExpressions.areAllowedInFilter(query);
    }

    private static @Nullable Object read(Field field, Object from) {
        return ReflectionUtils.getField(field, from);
    }

    /** A class without the field is not the engine that this guard was written for: start-up ends. */
    private static Field field(Class<?> type, String name) {
        var field = ReflectionUtils.findField(type, name);
        if (field == null) {
            throw new IllegalStateException(type + " has no field " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
