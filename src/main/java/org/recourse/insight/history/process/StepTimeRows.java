package org.recourse.insight.history.process;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.recourse.insight.history.StepTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts over the engine's history in the database: its own reports know quarters and months, not steps. The cases that
 * were open in the span lead to their instances; the history itself has no index on times.
 */
@Repository
class StepTimeRows implements StepTimes {

    private static final double MILLIS = 1000;

    private final JdbcClient jdbc;

    StepTimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Diagram> between(Instant from, Instant to) {
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.proc_def_key_, a.act_id_, max(a.act_name_) as step, count(*) as times,
                          percentile_cont(0.5) within group (order by a.duration_) as median,
                          percentile_cont(0.9) within group (order by a.duration_) as p90,
                          (select max(f.id_) from act_re_procdef f where f.key_ = a.proc_def_key_ and f.tenant_id_ is null
                            and f.version_ = (select max(l.version_) from act_re_procdef l
                              where l.key_ = a.proc_def_key_ and l.tenant_id_ is null)) as definition,
                          (select max(f.name_) from act_re_procdef f where f.key_ = a.proc_def_key_) as process
                        from act_hi_actinst a join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                          join counted_case c on c.case_number = p.business_key_
                        where c.opened_at < :last and (c.closed_at is null or c.closed_at >= :first)
                          and a.end_time_ >= :from and a.end_time_ < :to
                          and a.duration_ is not null and a.act_type_ in
                            ('userTask', 'receiveTask', 'intermediateTimer', 'intermediateMessageCatch', 'eventBasedGateway')
                        group by a.proc_def_key_, a.act_id_
                        order by median desc""")
                .param("first", from.atOffset(ZoneOffset.UTC))
                .param("last", to.atOffset(ZoneOffset.UTC))
                .param("from", LocalDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", LocalDateTime.ofInstant(to, ZoneOffset.UTC))
                .query(row -> {
                    String process = row.getString("proc_def_key_");
                    String name = Objects.requireNonNullElse(row.getString("process"), process);
                    String definition = Objects.requireNonNullElse(row.getString("definition"), "");
                    diagrams.computeIfAbsent(process, key -> new Diagram(key, name, definition, new ArrayList<>()))
                            .steps()
                            .add(new StepTime(
                                    row.getString("act_id_"),
                                    Objects.requireNonNullElse(row.getString("step"), row.getString("act_id_")),
                                    row.getLong("times"),
                                    row.getDouble("median") / MILLIS,
                                    row.getDouble("p90") / MILLIS));
                });
        return List.copyOf(diagrams.values());
    }
}
