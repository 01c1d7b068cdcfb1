package org.recourse.identity.oidc;

import static org.springframework.security.config.http.SessionCreationPolicy.IF_REQUIRED;

import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.identity.login.ProblemResponses;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Logging in at an identity provider, once one is configured under the registration {@code recourse}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
class OidcSecurity {

    static final String PROVIDER = "recourse";
    static final String REGISTRATION = "spring.security.oauth2.client.registration.recourse.client-id";
    static final String LOGIN = "/oauth2/authorization/recourse";

    @Bean
    @Order(0)
    @ConditionalOnProperty(REGISTRATION)
    SecurityFilterChain oidcLogin(
            HttpSecurity http,
            ProcessEngine engine,
            ClaimedAccounts accounts,
            OAuth2AuthorizedClientRepository clients,
            OidcLeases leases,
            ProblemResponses problems)
            throws Exception {
        var login = new OidcLogin(engine, accounts, clients, leases, problems);
        return http.securityMatcher("/oauth2/**", "/login/oauth2/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .oauth2Login(oauth -> oauth.successHandler(login)
                        .failureHandler(login)
                        .securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // The login is the web applications' own; only the state of the way there and back is kept.
                .sessionManagement(sessions ->
                        sessions.sessionCreationPolicy(IF_REQUIRED).sessionFixation(fixation -> fixation.none()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }
}
