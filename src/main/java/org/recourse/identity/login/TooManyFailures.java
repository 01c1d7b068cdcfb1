package org.recourse.identity.login;

import org.springframework.security.core.AuthenticationException;

class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyFailures() {
        super("Too many failed logins");
    }
}
