package org.recourse.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Spring Authorization Server as the identity provider of a call centre. No component, so that no scan finds it. */
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    OAuth2AuthorizationServerAutoConfiguration.class,
    OAuth2AuthorizationServerJwtAutoConfiguration.class
})
class IdentityProvider {

    /** Whoever is missing here has no groups. */
    static final Map<String, List<String>> GROUPS = new ConcurrentHashMap<>(Map.of(
            "nora", List.of("agent", "team-north", "camunda-users", "team-nowhere"),
            "otto", List.of("process-owner"),
            "vera", List.of("supervisor", "team-north"),
            "luis", List.of("agent", "team-north"),
            "crm", List.of("integration"),
            "elsewhere", List.of("integration"),
            "agent1", List.of("manager", "camunda-admin")));

    /** Whom it knows no more: their refresh tokens are refused. */
    static final Set<String> REMOVED = ConcurrentHashMap.newKeySet();

    static ServletWebServerApplicationContext start(String redirectUri) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(IdentityProvider.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity-provider", "server.port=0", "test.redirect-uri=" + redirectUri)
                .run();
    }

    @Bean
    RegisteredClientRepository clients(Environment environment) {
        var login = client("recourse")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(environment.getRequiredProperty("test.redirect-uri"))
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .requireProofKey(false)
                        .build())
                .build();
        return new InMemoryRegisteredClientRepository(
                login, program("crm"), program("elsewhere"), program("agent1"), program("stranger"));
    }

    private static RegisteredClient program(String id) {
        return client(id)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(id)
                .clientSecret("{noop}secret-of-" + id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(List.of("nora", "otto", "vera", "luis", "agent1").stream()
                .map(name -> User.withUsername(name)
                        .password("{noop}theirs")
                        .roles("USER")
                        .build())
                .toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            var name = token.getPrincipal().getName();
            if (REMOVED.contains(name)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
            }
            token.getClaims().claim("groups", GROUPS.getOrDefault(name, List.of()));
            if (!token.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
                token.getClaims().claim("preferred_username", name).claim("given_name", "Nora");
            } else if (!name.equals("elsewhere")) {
                token.getClaims().audience(List.of("recourse-api"));
            }
        };
    }
}
