package org.recourse.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine itself, so that no path to it leads around them. */
@Component
class GovernancePlugin extends AbstractProcessEnginePlugin {

    private final DelegateBeans beans;
    private final DeploymentGuard deployments;
    private final Speech speech;

    GovernancePlugin(DelegateBeans beans, DeploymentGuard deployments, Speech speech) {
        this.speech = speech;
        this.beans = beans;
        this.deployments = deployments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new GuardedExpressions(beans, speech));
        configuration.setBeans(Map.of());
        configuration.setScriptEngineResolver(new NoScripts(speech));
        configuration.setArtifactFactory(new NoClasses(speech));
        configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), deployments));
        configuration.setCustomPreCommandInterceptorsTxRequired(with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new QueryGuard(speech), new QueryLimit()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(with(
                configuration.getCustomPreCommandInterceptorsTxRequiresNew(),
                new QueryGuard(speech),
                new QueryLimit()));
    }

    @SafeVarargs
    private static <T> List<T> with(@Nullable List<T> known, T... added) {
        var all = known == null ? new ArrayList<T>() : new ArrayList<>(known);
        all.addAll(List.of(added));
        return all;
    }

    /** Nothing that a diagram names is made from its class name. */
    private record NoClasses(Speech speech) implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw new BadUserRequestException(speech.say("governance.no-classes", type.getName()));
        }
    }
}
