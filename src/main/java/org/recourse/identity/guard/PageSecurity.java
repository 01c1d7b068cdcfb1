package org.recourse.identity.guard;

import jakarta.servlet.DispatcherType;
import org.recourse.identity.login.ProblemResponses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** For whoever has no login: customers, demonstrations, and the libraries of the pages; what is not named is shut. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /** What draws charts and diagrams in Cockpit's pages: published programs, nothing of ours. */
    private static final String[] LIBRARIES = {"/webjars/bpmn-js/**", "/webjars/chart.js/**"};

    /** What our scripts in Tasklist and Cockpit share; nothing of a case. */
    private static final String SHARED_SCRIPTS = "/recourse/**";

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
}
