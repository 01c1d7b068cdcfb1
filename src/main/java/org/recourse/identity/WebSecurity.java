package org.recourse.identity;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Decides per route which login counts: a password with each request, Camunda's own, or none; what is not named is shut. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecourseProperties.class)
class WebSecurity {

    /** Plain paths: the default asks Spring MVC, which does not know Camunda's servlets. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http,
            EngineLogin login,
            EnginePeople people,
            ProcessEngine engine,
            IdentityService identityService,
            ProblemResponses problems)
            throws Exception {
        return http.securityMatcher("/engine-rest/**", "/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationProvider(login)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // Basic logins are sent on purpose; sessions are checked by WebappSessionFilter.
                .csrf(AbstractHttpConfigurer::disable)
                // A session is Tasklist's: a new id for each of its plugins' calls would log its other calls out.
                .sessionManagement(session ->
                        session.sessionCreationPolicy(STATELESS).sessionFixation(fixation -> fixation.none()))
                .addFilterBefore(
                        new WebappSessionFilter(engine, people, login, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identityService, people), AuthorizationFilter.class)
                .build();
    }

    /** Camunda's filters ask for a login, check the forgery token and write the headers here. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests
                        // open to everybody while there is no administrator
                        .requestMatchers("/camunda/api/admin/setup/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .build();
    }

    /** Pages for customers and for demonstrations know no login; a token in the path is the key. */
    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/", "/favicon.ico", "/demo", "/demo/**", "/rate/**", "/callback/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .build();
    }
}
