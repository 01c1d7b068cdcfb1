package org.recourse.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.recourse.engine.gate.PlainRefusals;
import org.recourse.engine.gate.RecourseParseListener;
import org.recourse.engine.gate.RefusedAttempts;
import org.recourse.engine.gate.SideDoors;
import org.recourse.engine.jobs.ConflictRetry;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Puts parse listener, shut side doors, the retry of conflicts, and what is made of refusals into the engine. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    private final RecourseParseListener parseListener;
    private final RefusedAttempts refusedAttempts;
    private final CurrentUser user;
    private final Speech speech;

    EngineSetup(RecourseParseListener parseListener, RefusedAttempts refusedAttempts, CurrentUser user, Speech speech) {
        this.speech = speech;
        this.parseListener = parseListener;
        this.user = user;
        this.refusedAttempts = refusedAttempts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(parseListener);
        configuration.setCustomPreBPMNParseListeners(listeners);
        configuration.setHistoryEventProducer(new CaseHistory());
        List<CommandInterceptor> outermost = configuration.getCustomPreCommandInterceptorsTxRequired() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreCommandInterceptorsTxRequired());
        outermost.add(0, new SideDoors(user, speech));
        outermost.add(0, new ConflictRetry(speech));
        outermost.add(0, refusedAttempts);
        outermost.add(0, new PlainRefusals(speech));
        configuration.setCustomPreCommandInterceptorsTxRequired(outermost);
    }
}
