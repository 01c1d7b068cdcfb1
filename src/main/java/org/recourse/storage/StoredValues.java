package org.recourse.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.Identifier;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Lets SQL take instants, identifiers and constants of enumerations as they are, and makes records of rows by the names of the columns.
 * PostgreSQL's driver refuses an {@link Instant} in both directions, and the {@link JdbcClient} of Spring 6.2 reads with a
 * conversion service that does not know our words.
 *
 * <p>Reading a record by its columns costs some ten times what a row mapper of ours costs (30 to 70 µs a row): it is for
 * lists that a person reads, not for counting.
 */
@Configuration(proxyBeanMethods = false)
public class StoredValues {

    private static final ConversionService CONVERSIONS = ApplicationConversionService.getSharedInstance();

    @Bean
    static JdbcClient jdbcClient(NamedParameterJdbcOperations tables) {
        return client(JdbcClient.create(tables));
    }

    /**
     * Converts parameters given one by one, as a list or as a map. Those with an SQL type and {@code paramSource} are left
     * as they are.
     */
    public static JdbcClient client(JdbcClient plain) {
        return sql -> converting(plain.sql(sql));
    }

    private static StatementSpec converting(StatementSpec plain) {
        ProxyFactory statement = new ProxyFactory(plain);
        statement.addAdvice((MethodInterceptor) StoredValues::converted);
        return (StatementSpec) statement.getProxy();
    }

    private static @Nullable Object converted(MethodInvocation call) throws Throwable {
        String method = call.getMethod().getName();
        @Nullable Object[] arguments = call.getArguments();
        if (method.equals("query") && arguments.length == 1 && arguments[0] instanceof Class<?> type) {
            return ((StatementSpec) Objects.requireNonNull(call.getThis())).query(rows(type));
        }
        if (method.equals("params") && arguments[0] instanceof Object[] values) {
            arguments[0] = stored(Arrays.stream(values)).toArray();
        } else if (method.equals("param") || method.equals("params")) {
            arguments[arguments.length - 1] = stored(arguments[arguments.length - 1]);
        }
        return call.proceed();
    }

    private static <T> RowMapper<T> rows(Class<T> type) {
        return BeanUtils.isSimpleProperty(type) || Identifier.class.isAssignableFrom(type)
                ? SingleColumnRowMapper.newInstance(type, CONVERSIONS)
                : new SimplePropertyRowMapper<>(type, CONVERSIONS);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Identifier identifier) {
            return identifier.value();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Collection<?> values) {
            return stored(values.stream());
        }
        if (value instanceof Map<?, ?> values) {
            Map<Object, @Nullable Object> stored = new HashMap<>();
            values.forEach((name, each) -> stored.put(name, stored(each)));
            return stored;
        }
        return value;
    }

    /** With the nulls in it. */
    private static List<@Nullable Object> stored(Stream<?> values) {
        List<@Nullable Object> stored = new ArrayList<>();
        values.forEach(value -> stored.add(stored(value)));
        return stored;
    }
}
