package org.recourse.insight.figures.counting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts handled, from telephony: what the escalation rate is divided by where it is known. */
@Repository
public class Volumes {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Volumes(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Inbound contacts of a day that were answered for at least 30 seconds, or answered in writing.
     *
     * @param product empty when telephony does not tell products apart
     */
    public record Volume(LocalDate day, Team team, String product, String channel, int contacts) {}

    public List<Volume> within(Period period) {
        return jdbc.sql(
                        "select * from contact_volume where on_day >= ? and on_day <= ? order by on_day, team, product, channel")
                .params(period.from(), period.to())
                .query((row, n) -> new Volume(
                        row.getObject("on_day", LocalDate.class),
                        Team.of(row.getString("team")),
                        row.getString("product"),
                        row.getString("channel"),
                        row.getInt("contacts")))
                .list();
    }

    /** The same day, team, product and channel again replaces what was there. */
    void put(Collection<Volume> volumes) {
        for (Volume volume : volumes) {
            jdbc.sql("delete from contact_volume where on_day = ? and team = ? and product = ? and channel = ?")
                    .params(volume.day(), volume.team(), volume.product(), volume.channel())
                    .update();
            jdbc.sql("""
                            insert into contact_volume (on_day, team, product, channel, contacts, imported_by, imported_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            volume.day(),
                            volume.team(),
                            volume.product(),
                            volume.channel(),
                            volume.contacts(),
                            user.id(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
