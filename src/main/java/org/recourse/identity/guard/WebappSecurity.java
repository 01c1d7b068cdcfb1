package org.recourse.identity.guard;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.identity.RecourseProperties;
import org.recourse.identity.login.ForgottenDrafts;
import org.recourse.identity.login.ProblemResponses;
import org.recourse.identity.login.WebappLoginFilter;
import org.recourse.identity.oidc.OidcLeases;
import org.recourse.identity.oidc.OidcLoginRedirect;
import org.recourse.identity.oidc.OidcRecheck;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** For the web applications, which bring logins and forgery tokens of their own. */
@Configuration(proxyBeanMethods = false)
class WebappSecurity {

    /** Programs and styles of the web applications and the page to log in on; nothing of a case. */
    private static final String[] OPEN_FOR_READING = {
        "/camunda",
        "/camunda/",
        "/camunda/app",
        "/camunda/app/{application:admin|cockpit|tasklist|welcome}/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/favicon.ico",
        "/camunda/api/*/plugin/*/static/**",
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/*/identity/password-policy",
        "/camunda/api/admin/auth/user/*"
    };

    private static final String[] OPEN_FOR_LOGIN = {
        "/camunda/api/engine/engine/*/identity/password-policy",
        "/camunda/api/admin/auth/user/*/login/*",
        "/camunda/api/admin/auth/user/*/logout"
    };

    /** Open to everybody while there is no administrator (CVE-2026-77226): shut for everybody, always. */
    @Bean
    @Order(2)
    SecurityFilterChain setup(HttpSecurity http) throws Exception {
        return http.securityMatcher("/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(WebSecurity::sessionsAreCamundas)
                .build();
    }

    /**
     * Camunda's filters check the forgery token, ask who may use which application and write the other headers. Their rules
     * let through what they do not know, hence what is open and what exists is listed here once more.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webapps(
            HttpSecurity http,
            ProcessEngine engine,
            ProblemResponses problems,
            RecourseProperties properties,
            Speech speech,
            ObjectProvider<OidcLeases> leases)
            throws Exception {
        leases.ifAvailable(known -> http.addFilterBefore(new OidcRecheck(known), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new OidcLoginRedirect(), AnonymousAuthenticationFilter.class));
        return http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_FOR_READING)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN_FOR_READING)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OPEN_FOR_LOGIN)
                        .permitAll()
                        .requestMatchers(
                                "/camunda/api/engine/**", "/camunda/api/*/plugin/**", "/camunda/api/admin/auth/user/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(Customizer.withDefaults())
                        .referrerPolicy(Customizer.withDefaults()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, nobody) -> response.sendError(HttpStatus.UNAUTHORIZED.value())))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(WebSecurity::sessionsAreCamundas)
                .addFilterBefore(new WebappLoginFilter(engine.getName()), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new SameOrigin(problems, properties.origin(), speech), WebappLoginFilter.class)
                .addFilterBefore(new RateLimits(problems), WebappLoginFilter.class)
                .addFilterBefore(new ForgottenDrafts(), WebappLoginFilter.class)
                .build();
    }
}
