package org.recourse.callback;

import java.time.ZoneId;

/** Where the customer of a case is: nobody is called at night. */
public interface CustomerZones {

    ZoneId of(String caseNumber);
}
