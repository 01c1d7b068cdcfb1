package org.recourse.identity.login;

import static org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The sessions of the web applications, found by who is logged in: whoever loses an account, a role or a password loses
 * them at once, on every node. Camunda by itself looks again after a minute.
 */
@Component
public class Sessions implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    /** Where the web applications keep who is logged in; their constant is not public. */
    private static final String LOGINS = "authenticatedUser";

    /**
     * Writes that a session was used once a minute, and anything else at once. An agent's lists ask every ten seconds, and
     * each question would write the session twice; a write that finds nothing to do needs no log and no disk.
     */
    private static final String USED = """
            with used as (select ?::varchar as session_id, ?::bigint as last_access, ?::integer as max_inactive,
              ?::bigint as expiry, ?::varchar as principal)
            update %TABLE_NAME% s set session_id = used.session_id, last_access_time = used.last_access,
              max_inactive_interval = used.max_inactive, expiry_time = used.expiry, principal_name = used.principal
            from used where s.primary_id = ? and (s.last_access_time < used.last_access - 60000
              or s.session_id <> used.session_id or s.max_inactive_interval <> used.max_inactive
              or s.principal_name is distinct from used.principal)""";

    private static final String CHANGED = """
            with changed as (select ?::bytea as bytes)
            update %TABLE_NAME%_ATTRIBUTES a set attribute_bytes = changed.bytes
            from changed where a.session_primary_id = ? and a.attribute_name = ? and a.attribute_bytes <> changed.bytes""";

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final boolean postgres;

    Sessions(
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions,
            @Value("${spring.datasource.url}") String database) {
        this.sessions = sessions;
        this.postgres = database.startsWith("jdbc:postgresql:");
    }

    @Override
    public void customize(JdbcIndexedSessionRepository repository) {
        repository.setIndexResolver(Sessions::principal);
        if (postgres) {
            repository.setUpdateSessionQuery(USED);
            repository.setUpdateSessionAttributeQuery(CHANGED);
        }
    }

    private static Map<String, String> principal(Session session) {
        return session.getAttribute(LOGINS) instanceof Authentications logins
                ? logins.getAuthentications().stream()
                        .findFirst()
                        .map(login -> Map.of(PRINCIPAL_NAME_INDEX_NAME, login.getIdentityId()))
                        .orElse(Map.of())
                : Map.of();
    }

    /** Logs somebody out wherever they are logged in. */
    void end(String person) {
        endAllBut(null, person);
    }

    /** Logs somebody out wherever they are logged in, except where this request comes from. */
    void endOthers(String person) {
        endAllBut(current(), person);
    }

    private void endAllBut(@Nullable String kept, String person) {
        sessions.ifAvailable(repository -> repository.findByPrincipalName(person).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(repository::deleteById));
    }

    private static @Nullable String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getSession(false) != null
                ? attributes.getSessionId()
                : null;
    }

    /** What another request, perhaps on another node, left in a session meanwhile. */
    public <T> Optional<T> stored(String sessionId, String attribute, Class<T> type) {
        var repository = sessions.getIfAvailable();
        Session session = repository == null ? null : repository.findById(sessionId);
        Object value = session == null ? null : session.getAttribute(attribute);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
