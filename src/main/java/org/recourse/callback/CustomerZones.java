package org.recourse.callback;

import java.time.ZoneId;
import org.recourse.identifier.CaseNumber;

/** Where the customer of a case is: nobody is called at night. */
public interface CustomerZones {

    ZoneId of(CaseNumber caseNumber);
}
