package org.recourse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.recourse.customer.TestPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The same application on a real PostgreSQL, as in production: one for all integration tests that carry this and nothing
 * else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RecourseApplicationTest
@ContextConfiguration(initializers = PostgresApplicationTest.OnPostgres.class)
public @interface PostgresApplicationTest {

    final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestPostgres.migratedUrl(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }
}
