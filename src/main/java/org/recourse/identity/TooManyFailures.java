package org.recourse.identity;

import org.springframework.security.core.AuthenticationException;

class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyFailures() {
        super(GuardedIdentities.TOO_MANY);
    }
}
