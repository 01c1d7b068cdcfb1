package org.recourse.identity.oidc;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Accepts the identity provider's tokens in the place of name and password, once its address is configured. */
@Component
public class BearerTokens {

    private final ObjectProvider<JwtDecoder> decoders;
    private final ClaimedAccounts accounts;

    BearerTokens(
            ObjectProvider<JwtDecoder> decoders,
            ClaimedAccounts accounts,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences) {
        if (!issuer.isEmpty() && audiences.isEmpty()) {
            throw new IllegalStateException("Set spring.security.oauth2.resourceserver.jwt.audiences: without it every"
                    + " token that the identity provider issues, for whatever program, would open Recourse.");
        }
        this.decoders = decoders;
        this.accounts = accounts;
    }

    public void acceptIn(HttpSecurity http, AuthenticationProvider passwords, AuthenticationEntryPoint entryPoint)
            throws Exception {
        List<AuthenticationProvider> ways = new ArrayList<>(List.of(passwords));
        var decoder = decoders.getIfAvailable();
        if (decoder != null) {
            var tokens = new JwtAuthenticationProvider(decoder);
            tokens.setJwtAuthenticationConverter(token -> accounts.of(token.getClaims()));
            ways.add(tokens);
            http.oauth2ResourceServer(
                    server -> server.authenticationEntryPoint(entryPoint).jwt(jwt -> jwt.decoder(decoder)));
        }
        http.authenticationManager(new ProviderManager(ways));
    }
}
