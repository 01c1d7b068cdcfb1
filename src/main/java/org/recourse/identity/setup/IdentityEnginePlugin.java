package org.recourse.identity.setup;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.recourse.identity.Memberships;
import org.recourse.identity.login.GuardedIdentitiesFactory;
import org.recourse.identity.login.LoginFailures;
import org.recourse.identity.login.Sessions;
import org.recourse.identity.login.SlowHash;
import org.recourse.identity.permission.GrantChecks;
import org.recourse.identity.permission.TaskHolderAuthorizations;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

    private static final int BCRYPT_STRENGTH = 10;

    private final LoginFailures failures;
    private final Sessions sessions;
    private final Memberships memberships;
    private final Speech speech;

    IdentityEnginePlugin(LoginFailures failures, Sessions sessions, Memberships memberships, Speech speech) {
        this.speech = speech;
        this.memberships = memberships;
        this.failures = failures;
        this.sessions = sessions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var hash = new SlowHash(BCRYPT_STRENGTH);
        configuration.setPasswordEncryptor(hash);
        configuration.setIdentityProviderSessionFactory(new GuardedIdentitiesFactory(failures, hash, sessions, speech));
        configuration.setResourceAuthorizationProvider(new TaskHolderAuthorizations(memberships));
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new GrantChecks.Factory());
        configuration.setCustomSessionFactories(factories);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        GrantChecks.addTo(configuration.getSqlSessionFactory().getConfiguration());
    }
}
