package org.recourse.governance.release;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts releases into the engine: drafts become drafts, and nobody deletes. */
@Component
class ReleasePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<OwnDrafts> drafts;
    private final CurrentUser user;
    private final Speech speech;

    ReleasePlugin(ObjectProvider<OwnDrafts> drafts, CurrentUser user, Speech speech) {
        this.drafts = drafts;
        this.user = user;
        this.speech = speech;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setRepositoryService(new UploadRepository(drafts, user, speech));
        List<CommandInterceptor> interceptors = configuration.getCustomPreCommandInterceptorsTxRequired() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreCommandInterceptorsTxRequired());
        interceptors.add(new NobodyDeletes(user, speech));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
}
