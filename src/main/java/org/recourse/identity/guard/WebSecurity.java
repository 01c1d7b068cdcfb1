package org.recourse.identity.guard;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.identity.EnginePeople;
import org.recourse.identity.RecourseProperties;
import org.recourse.identity.Roles;
import org.recourse.identity.login.EngineAuthenticationFilter;
import org.recourse.identity.login.EngineLogin;
import org.recourse.identity.login.ForgottenDrafts;
import org.recourse.identity.login.ProblemResponses;
import org.recourse.identity.login.WebappLoginFilter;
import org.recourse.identity.login.WebappSessionFilter;
import org.recourse.identity.oidc.BearerTokens;
import org.recourse.identity.oidc.OidcLeases;
import org.recourse.identity.oidc.OidcLoginRedirect;
import org.recourse.identity.oidc.OidcRecheck;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Decides per route which login counts: a password with each request, Camunda's own, or none; what is not named is shut. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecourseProperties.class)
class WebSecurity {

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

    /** Who reads figures of the house and of the machine; agents and supervisors work cases. */
    private static final String[] OPERATIONS = {
        Roles.OPERATOR, Roles.AUDITOR, Roles.MANAGER, Roles.ADMINISTRATOR, Roles.INTEGRATION
    };

    /** What draws charts and diagrams in Cockpit's pages: published programs, nothing of ours. */
    private static final String[] LIBRARIES = {"/webjars/bpmn-js/**", "/webjars/chart.js/**"};

    /** What our scripts in Tasklist and Cockpit share; nothing of a case. */
    private static final String SHARED_SCRIPTS = "/recourse/**";

    private static final String[] OPEN_FOR_LOGIN = {
        "/camunda/api/engine/engine/*/identity/password-policy",
        "/camunda/api/admin/auth/user/*/login/*",
        "/camunda/api/admin/auth/user/*/logout"
    };

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

    /** Pages for customers and for demonstrations know no login; a token in the path is the key. */
    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http, ProblemResponses problems) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/", "/favicon.ico", "/demo", "/demo/**", "/rate/**", "/callback/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, LIBRARIES)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, SHARED_SCRIPTS)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(WebSecurity::sessionsAreCamundas)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, nobody) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .addFilterBefore(new RateLimits(problems), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Camunda gives a login a new session; doing so again for each request would log parallel requests out. */
    private static void sessionsAreCamundas(SessionManagementConfigurer<HttpSecurity> sessions) {
        sessions.sessionCreationPolicy(STATELESS).sessionFixation(fixation -> fixation.none());
    }

    /** Before logins are checked: failures are counted by address, and Jersey's own filter comes after the checks. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookies() {
        var registration = new FilterRegistrationBean<>(new SecureCookies());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        var registration = new FilterRegistrationBean<>(new PlainPaths());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<NoncePerRequest> noncePerRequest() {
        var registration = new FilterRegistrationBean<>(new NoncePerRequest());
        registration.addUrlPatterns("/camunda/*");
        return registration;
    }
}
