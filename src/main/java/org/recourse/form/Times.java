package org.recourse.form;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The clock on the wall of the house: the zone in which people here enter times and are told them. */
@Component
public class Times {

    private final ZoneId house;

    Times(@Value("${recourse.zone:Europe/Berlin}") ZoneId house) {
        this.house = house;
    }

    public ZoneId house() {
        return house;
    }
}
