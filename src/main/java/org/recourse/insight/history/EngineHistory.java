package org.recourse.insight.history;

import java.util.List;

/** What the engine keeps of a case for as long as the case's records are kept. Each list is oldest first. */
public interface EngineHistory {

    List<Decision> decisions(String caseNumber);

    List<Passage> passages(String caseNumber);

    List<Operation> operations(String caseNumber);

    List<Incident> incidents(String caseNumber);
}
