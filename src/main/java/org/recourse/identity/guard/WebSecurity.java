package org.recourse.identity.guard;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import org.recourse.identity.RecourseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.transaction.support.TransactionOperations;

/** What the chains of {@link MachineSecurity}, {@link WebappSecurity} and {@link PageSecurity} share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecourseProperties.class)
class WebSecurity {

    /** Plain paths: the default asks Spring MVC, which does not know Camunda's servlets. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * A session is read and written by single statements, each of which stands alone: a transaction around each would cost
     * a second way to the database with every question of a list.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Camunda gives a login a new session; doing so again for each request would log parallel requests out. */
    static void sessionsAreCamundas(SessionManagementConfigurer<HttpSecurity> sessions) {
        sessions.sessionCreationPolicy(STATELESS).sessionFixation(fixation -> fixation.none());
    }
}
