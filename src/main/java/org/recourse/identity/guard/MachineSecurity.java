package org.recourse.identity.guard;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.identity.EnginePeople;
import org.recourse.identity.Roles;
import org.recourse.identity.login.EngineAuthenticationFilter;
import org.recourse.identity.login.EngineLogin;
import org.recourse.identity.login.ProblemResponses;
import org.recourse.identity.login.WebappSessionFilter;
import org.recourse.identity.oidc.BearerTokens;
import org.recourse.identity.oidc.OidcLeases;
import org.recourse.identity.oidc.OidcRecheck;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** For programs and for the pages, which ask with a login of each request or of a session: the engine's and our own routes. */
@Configuration(proxyBeanMethods = false)
class MachineSecurity {

    /** Who reads figures of the house and of the machine; agents and supervisors work cases. */
    private static final String[] OPERATIONS = {
        Roles.OPERATOR, Roles.AUDITOR, Roles.MANAGER, Roles.ADMINISTRATOR, Roles.INTEGRATION
    };

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http,
            EngineLogin login,
            EnginePeople people,
            ProcessEngine engine,
            IdentityService identityService,
            ProblemResponses problems,
            BearerTokens tokens,
            Speech speech,
            ObjectProvider<OidcLeases> leases)
            throws Exception {
        tokens.acceptIn(http, login, problems);
        leases.ifAvailable(known -> http.addFilterBefore(new OidcRecheck(known), BasicAuthenticationFilter.class));
        return http.securityMatcher("/engine-rest/**", "/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/texts", "/api/texts/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(OPERATIONS)
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // Basic logins are sent on purpose; sessions are checked by WebappSessionFilter.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(WebSecurity::sessionsAreCamundas)
                .addFilterBefore(
                        new WebappSessionFilter(engine, people, login, problems, speech),
                        BasicAuthenticationFilter.class)
                .addFilterAfter(new RateLimits(problems), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identityService, people), RateLimits.class)
                .build();
    }
}
