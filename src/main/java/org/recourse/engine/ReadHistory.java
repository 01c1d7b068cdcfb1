package org.recourse.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Keeps of the engine's full history what somebody reads. Not kept: each single change of a steering variable, whose last
 * value stays, and who a step was offered to. Both stand in the case's own log, with the person and the reason.
 */
class ReadHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (!(event instanceof HistoricIdentityLinkLogEventEntity)) {
            super.insertOrUpdate(event);
        }
    }

    @Override
    protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
        return false;
    }
}
