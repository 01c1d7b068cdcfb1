package org.recourse.governance;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Speech;

/** No script runs, whatever slipped past the deployment guard or was deployed before there was one. */
final class NoScripts implements ScriptEngineResolver {

    private final ScriptEngineManager none = new ScriptEngineManager(null);
    private final Speech speech;

    NoScripts(Speech speech) {
        this.speech = speech;
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // there is nothing to add it to
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return none;
    }

    @Override
    public ScriptEngine getScriptEngine(@Nullable String language, boolean resolveFromCache) {
        throw new BadUserRequestException(speech.say("governance.no-scripts"));
    }
}
