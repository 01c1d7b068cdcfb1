package org.recourse.worklist.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.worklist.HandOversWaiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's tables: its task query would need one more query for the groups of each task. */
@Component
class EngineHandOversWaiting implements HandOversWaiting {

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final ProcessCalls calls;

    EngineHandOversWaiting(JdbcClient jdbc, TaskService tasks, ProcessCalls calls) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.calls = calls;
    }

    @Override
    public List<HandOver> all() {
        Map<String, HandOver> byTask = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.id_, c.case_number, c.title, c.urgency, c.level, coalesce(c.route_team, c.team) as team,
                          c.connection, c.handed_over_by, coalesce(c.handed_over_at, c.opened_at) as since, l.group_id_
                        from act_ru_task t
                          join act_ru_execution e on e.id_ = t.proc_inst_id_
                          join worklist_case c on c.case_number = e.business_key_
                          left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where t.task_def_key_ = ? and t.assignee_ is null
                        order by c.urgency desc, since""")
                .param(CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER)
                .query((row, n) -> {
                    Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
                    HandOver handOver = new HandOver(
                            row.getString("id_"),
                            CaseNumber.of(row.getString("case_number")),
                            row.getString("title"),
                            row.getInt("urgency"),
                            row.getInt("level"),
                            Team.of(row.getString("team")),
                            "transfer".equals(row.getString("connection")),
                            PersonId.ofNullable(row.getString("handed_over_by")),
                            since,
                            new TreeSet<>());
                    String group = row.getString("group_id_");
                    if (group != null) {
                        byTask.computeIfAbsent(handOver.taskId(), id -> handOver)
                                .groups()
                                .add(group);
                    }
                    return handOver;
                })
                .list();
        return List.copyOf(byTask.values());
    }

    @Override
    public void offer(HandOver handOver, String group) {
        calls.unrestricted(() -> {
            tasks.addCandidateGroup(handOver.taskId(), group);
            return handOver;
        });
    }
}
