package org.recourse.insight.history;

import java.util.List;
import org.recourse.identifier.CaseNumber;

/** What the engine keeps of a case for as long as the case's records are kept. Each list is oldest first. */
public interface EngineHistory {

    List<Decision> decisions(CaseNumber caseNumber);

    List<Passage> passages(CaseNumber caseNumber);

    List<Operation> operations(CaseNumber caseNumber);

    List<Incident> incidents(CaseNumber caseNumber);
}
