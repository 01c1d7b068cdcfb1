package org.recourse.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

    private static final int BCRYPT_STRENGTH = 10;

    private final LoginFailures failures;

    IdentityEnginePlugin(LoginFailures failures) {
        this.failures = failures;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var hash = new SlowHash(BCRYPT_STRENGTH);
        configuration.setPasswordEncryptor(hash);
        configuration.setIdentityProviderSessionFactory(new GuardedIdentitiesFactory(failures, hash));
        configuration.setResourceAuthorizationProvider(new TaskHolderAuthorizations());
    }
}
