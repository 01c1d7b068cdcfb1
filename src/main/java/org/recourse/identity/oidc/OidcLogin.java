package org.recourse.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.recourse.identity.login.ProblemResponses;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Turns a login at the identity provider into one of Camunda's web applications, which know no other. */
class OidcLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** Where somebody wanted to go before they were sent to log in. */
    static final String DESTINATION = OidcLogin.class.getName() + ".destination";

    private final ProcessEngine engine;
    private final ClaimedAccounts accounts;
    private final OAuth2AuthorizedClientRepository clients;
    private final OidcLeases leases;
    private final ProblemResponses problems;

    OidcLogin(
            ProcessEngine engine,
            ClaimedAccounts accounts,
            OAuth2AuthorizedClientRepository clients,
            OidcLeases leases,
            ProblemResponses problems) {
        this.engine = engine;
        this.accounts = accounts;
        this.clients = clients;
        this.leases = leases;
        this.problems = problems;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var destination = request.getSession().getAttribute(DESTINATION);
        try {
            var user = accounts.of(((OidcUser) Objects.requireNonNull(authentication.getPrincipal())).getClaims());
            var login = AuthenticationUtil.createAuthentication(engine, user.getName());
            var client = clients.loadAuthorizedClient(OidcSecurity.PROVIDER, authentication, request);
            clients.removeAuthorizedClient(OidcSecurity.PROVIDER, authentication, request, response);
            AuthenticationUtil.revalidateSession(request, login);
            leases.begin(request.getSession(), client == null ? null : client.getRefreshToken());
            response.sendRedirect(destination instanceof String path ? path : "/camunda/app/welcome/default/");
        } catch (AuthenticationException refused) {
            onAuthenticationFailure(request, response, refused);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        problems.commence(request, response, refused);
    }
}
