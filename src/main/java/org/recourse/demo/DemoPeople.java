package org.recourse.demo;

import java.util.Map;
import java.util.function.Supplier;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** Lets people of the demonstration do something, with their own rights. */
public interface DemoPeople {

    <T> T as(PersonId person, Supplier<T> work);

    /** The current person submits the form of a step that is open in the case. */
    void submit(CaseNumber caseNumber, String step, Map<String, Object> answers);
}
