package org.recourse.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestPostgres;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** An agent's lists ask every ten seconds: what changes nothing in a session is not written, what does is at once. */
class SessionWritesIT {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private JdbcClient jdbc;
    private FindByIndexNameSessionRepository<Session> sessions;
    private String id;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void aSession() {
        var tables = TestPostgres.migrated();
        jdbc = JdbcClient.create(tables);
        var repository = new JdbcIndexedSessionRepository(
                new JdbcTemplate(tables), new TransactionTemplate(new DataSourceTransactionManager(tables)));
        new Sessions(
                        new StaticListableBeanFactory()
                                .getBeanProvider(ResolvableType.forClass(FindByIndexNameSessionRepository.class)),
                        "jdbc:postgresql://anywhere/recourse")
                .customize(repository);
        repository.afterPropertiesSet();
        sessions = (FindByIndexNameSessionRepository<Session>) (FindByIndexNameSessionRepository<?>) repository;
        Session session = sessions.createSession();
        session.setMaxInactiveInterval(Duration.ofDays(10_000));
        session.setLastAccessedTime(NOW);
        session.setAttribute("role", "agent");
        sessions.save(session);
        id = session.getId();
    }

    @Test
    void usingASessionIsWrittenOnceAMinute() {
        String before = written();
        use(NOW.plusSeconds(59), "agent");
        assertThat(written()).isEqualTo(before);
        use(NOW.plusSeconds(61), "agent");
        assertThat(lastAccess()).isEqualTo(NOW.plusSeconds(61));
    }

    @Test
    void whatChangesIsWrittenAtOnce() {
        use(NOW.plusSeconds(1), "supervisor");
        assertThat(found().<String>getAttribute("role")).isEqualTo("supervisor");
        Session session = found();
        session.removeAttribute("role");
        sessions.save(session);
        assertThat(found().getAttributeNames()).isEmpty();
        Session renamed = found();
        id = renamed.changeSessionId();
        sessions.save(renamed);
        assertThat(found()).isNotNull();
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private void use(Instant at, String role) {
        Session session = found();
        session.setLastAccessedTime(at);
        session.setAttribute("role", role);
        sessions.save(session);
    }

    private Session found() {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private Instant lastAccess() {
        return Instant.ofEpochMilli(jdbc.sql("select last_access_time from spring_session where session_id = ?")
                .param(id)
                .query(Long.class)
                .single());
    }

    /** Which transaction wrote the rows last. */
    private String written() {
        return jdbc.sql("""
                        select s.xmin || '/' || a.xmin from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.session_id = ?""").param(id).query(String.class).single();
    }
}
