package org.recourse.identity;

import java.util.List;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who exists and who belongs to what, asked with each step that opens. The engine's own queries say the same, but are put
 * together anew each time, for many times the cost of the answer.
 */
@Repository
public class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(PersonId person) {
        return jdbc.sql("select 1 from ACT_ID_USER where ID_ = ?")
                .param(person)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** In the order of their ids. */
    public List<String> groupsOf(PersonId person) {
        return jdbc.sql("select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ? order by GROUP_ID_")
                .param(person)
                .query(String.class)
                .list();
    }
}
