package org.recourse.identity.login;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.recourse.text.Speech;

/** The engine asks for one provider per command. */
public record GuardedIdentitiesFactory(LoginFailures failures, SlowHash hash, Sessions sessions, Speech speech)
        implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return GuardedIdentities.class;
    }

    @Override
    public Session openSession() {
        return new GuardedIdentities(failures, hash, sessions, speech);
    }
}
