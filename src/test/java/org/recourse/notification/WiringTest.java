package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.recourse.customer.Customers;
import org.recourse.customer.TestTables;
import org.recourse.knowledge.Articles;
import org.recourse.storage.StoredValues;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Customers, articles and messages as Spring Boot wires them, without the engine. */
class WiringTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(
                    context -> context.getBeanFactory().setConversionService(new ApplicationConversionService()))
            .withConfiguration(AutoConfigurations.of(
                    JdbcTemplateAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    RestClientAutoConfiguration.class,
                    MailSenderAutoConfiguration.class))
            .withUserConfiguration(Application.class, StoredValues.class);

    @Test
    void aMailServerInTheConfigurationGetsTimeouts() {
        context.withPropertyValues("spring.mail.host=mail.example.com").run(started -> {
            JavaMailSenderImpl sender = started.getBean(JavaMailSenderImpl.class);
            assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.timeout", "20000");
        });
    }

    @Test
    void theDemoIsLoadedInItsProfileOnlyAndMessagesAreKeptWithoutAServer() {
        context.run(started -> assertThat(started).doesNotHaveBean(ApplicationRunner.class));
        context.withPropertyValues("spring.profiles.active=demo").run(started -> {
            for (ApplicationRunner runner :
                    started.getBeansOfType(ApplicationRunner.class).values()) {
                runner.run(null);
            }
            assertThat(started.getBean(Articles.class).fitting("internet", null, 1))
                    .hasSize(1);
            TestTables.openCases(started.getBean(DataSource.class), Workbench.CASE);
            Messages messages = started.getBean(Messages.class);
            long id = messages.write(
                    "key",
                    Workbench.CASE,
                    MessageKind.CALLBACK_MISSED,
                    started.getBean(Customers.class).byNumber("C-10123").orElseThrow(),
                    Map.of());
            messages.deliver(id);
            assertThat(messages.byId(id).orElseThrow().state()).isEqualTo(MessageState.NOT_SENT);
        });
    }

    /** Without @Configuration, so that no other test's scan picks it up. */
    @ComponentScan(
            basePackages = {"org.recourse.customer", "org.recourse.knowledge", "org.recourse.notification"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(process|web)\\..*|.*Undecided"))
    static class Application {

        @Bean
        DataSource dataSource() {
            return TestTables.h2();
        }

        @Bean
        Clock clock() {
            return TestTables.CLOCK;
        }

        @Bean
        MessageDispatch messageDispatch() {
            return (id, caseNumber) -> {};
        }
    }
}
