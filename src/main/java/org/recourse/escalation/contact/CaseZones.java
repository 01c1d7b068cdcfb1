package org.recourse.escalation.contact;

import java.time.ZoneId;
import org.recourse.callback.CustomerZones;
import org.recourse.escalation.model.Cases;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;

/** The zone in which the customer of a case lives. */
@Component
class CaseZones implements CustomerZones {

    private final Cases cases;

    CaseZones(Cases cases) {
        this.cases = cases;
    }

    @Override
    public ZoneId of(CaseNumber caseNumber) {
        return cases.get(caseNumber).zone();
    }
}
