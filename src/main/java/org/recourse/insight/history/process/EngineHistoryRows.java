package org.recourse.insight.history.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.insight.history.Incident;
import org.recourse.insight.history.Operation;
import org.recourse.insight.history.Passage;
import org.recourse.insight.history.process.RowNumbers.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the history tables of all instances of a case at once: the engine's own queries take one instance at a time. Times
 * there have no zone and are UTC.
 */
@Repository
class EngineHistoryRows implements EngineHistory {

    private static final String INSTANCES =
            "(select p.proc_inst_id_ from act_hi_procinst p where p.business_key_ = :case)";

    private final JdbcClient jdbc;
    private final RowNumbers rows;

    EngineHistoryRows(JdbcClient jdbc, RowNumbers rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<Decision> decisions(CaseNumber caseNumber) {
        Map<String, Map<String, @Nullable Object>> inputs = values(caseNumber, "act_hi_dec_in", "clause_name_");
        Map<String, Map<String, @Nullable Object>> outputs = values(caseNumber, "act_hi_dec_out", "var_name_");
        return jdbc.sql("""
                        select d.id_, d.dec_def_id_, d.dec_def_key_, d.eval_time_, d.act_id_, d.proc_inst_id_,
                          (select min(o.rule_id_) from act_hi_dec_out o where o.dec_inst_id_ = d.id_) as rule_id
                        from act_hi_decinst d where d.proc_inst_id_ in %s order by d.eval_time_""".formatted(INSTANCES))
                .param("case", caseNumber)
                .query((row, n) -> {
                    String id = row.getString("id_");
                    Table table = rows.of(row.getString("dec_def_id_"));
                    return new Decision(
                            id,
                            instant(row, "eval_time_"),
                            row.getString("dec_def_key_"),
                            table.version(),
                            table.row(row.getString("rule_id")),
                            inputs.getOrDefault(id, Map.of()),
                            outputs.getOrDefault(id, Map.of()),
                            text(row, "act_id_"),
                            row.getString("dec_def_id_"),
                            text(row, "proc_inst_id_"));
                })
                .list();
    }

    private Map<String, Map<String, @Nullable Object>> values(CaseNumber caseNumber, String table, String name) {
        Map<String, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        jdbc.sql("""
                        select v.dec_inst_id_, v.%s as name, v.var_type_, v.double_, v.long_, v.text_
                        from %s v join act_hi_decinst d on d.id_ = v.dec_inst_id_
                        where d.proc_inst_id_ in %s""".formatted(name, table, INSTANCES))
                .param("case", caseNumber)
                .query(row -> {
                    values.computeIfAbsent(row.getString("dec_inst_id_"), id -> new LinkedHashMap<>())
                            .put(text(row, "name"), value(row));
                });
        return values;
    }

    private static @Nullable Object value(ResultSet row) throws SQLException {
        return switch (text(row, "var_type_")) {
            case "double" -> row.getObject("double_");
            case "integer", "long", "short" -> row.getObject("long_");
            case "boolean" -> row.getLong("long_") == 1;
            default -> row.getString("text_");
        };
    }

    @Override
    public List<Passage> passages(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select a.*, f.name_ as process_name, f.version_ from act_hi_actinst a
                          left join act_re_procdef f on f.id_ = a.proc_def_id_
                        where a.proc_inst_id_ in %s and a.act_type_ <> 'multiInstanceBody'
                        order by a.start_time_, a.sequence_counter_""".formatted(INSTANCES))
                .param("case", caseNumber)
                .query((row, n) -> new Passage(
                        row.getString("proc_def_key_"),
                        Objects.requireNonNullElse(row.getString("process_name"), row.getString("proc_def_key_")),
                        row.getInt("version_"),
                        row.getString("proc_def_id_"),
                        row.getString("proc_inst_id_"),
                        row.getString("act_id_"),
                        row.getString("act_name_"),
                        row.getString("act_type_"),
                        row.getString("assignee_"),
                        instant(row, "start_time_"),
                        instantOrNull(row, "end_time_"),
                        row.getInt("act_inst_state_") == 2,
                        row.getString("call_proc_inst_id_")))
                .list();
    }

    @Override
    public List<Operation> operations(CaseNumber caseNumber) {
        return new ArrayList<>(jdbc.sql("""
                        select * from act_hi_op_log
                        where proc_inst_id_ in %s and operation_type_ not in ('Complete', 'Create')
                        order by timestamp_, id_""".formatted(INSTANCES))
                .param("case", caseNumber)
                .query((row, n) -> new Operation(
                        instant(row, "timestamp_"),
                        Objects.requireNonNullElse(row.getString("user_id_"), "system"),
                        row.getString("operation_type_"),
                        text(row, "entity_type_"),
                        row.getString("property_"),
                        row.getString("org_value_"),
                        row.getString("new_value_"),
                        row.getString("annotation_")))
                .list());
    }

    @Override
    public List<Incident> incidents(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from act_hi_incident where proc_inst_id_ in %s
                          and id_ = cause_incident_id_ order by create_time_""".formatted(INSTANCES))
                .param("case", caseNumber)
                .query((row, n) -> new Incident(
                        instant(row, "create_time_"),
                        instantOrNull(row, "end_time_"),
                        text(row, "activity_id_"),
                        row.getString("incident_msg_")))
                .list();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
