package org.recourse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes many cases out of one that was worked through the engine, by SQL and in the same way whoever wrote the case: each
 * row that belongs to it is written again with other ids, another case number, other people and another team.
 */
final class MassData {

    private static final List<List<String>> ENGINE = List.of(
            List.of("act_ru_execution", "proc_inst_id_"),
            List.of("act_ru_task", "proc_inst_id_"),
            List.of("act_ru_identitylink", "task_id_"),
            List.of("act_ru_authorization", "resource_id_"),
            List.of("act_ru_job", "process_instance_id_"),
            List.of("act_ru_variable", "proc_inst_id_"),
            List.of("act_ru_event_subscr", "proc_inst_id_"),
            List.of("act_hi_procinst", "proc_inst_id_"),
            List.of("act_hi_actinst", "proc_inst_id_"),
            List.of("act_hi_taskinst", "proc_inst_id_"),
            List.of("act_hi_varinst", "proc_inst_id_"),
            List.of("act_hi_detail", "proc_inst_id_"),
            List.of("act_hi_identitylink", "task_id_"),
            List.of("act_hi_op_log", "proc_inst_id_"),
            List.of("act_hi_job_log", "process_instance_id_"));

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "super_exec_",
            "task_id_",
            "resource_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "process_instance_id_",
            "var_inst_id_",
            "job_id_",
            "operation_id_",
            "call_proc_inst_id_",
            "super_process_instance_id_",
            "var_scope_",
            "configuration_");

    private static final Set<String> PEOPLE =
            Set.of("assignee_", "user_id_", "group_id_", "agent", "owner", "team", "held_by");

    private static final Set<String> KEYS =
            Set.of("case_number", "business_key_", "message_key", "grant_key", "transaction_key", "token");

    private final JdbcClient jdbc;

    /** How many teams, and agents in each, share the cases that are not the test's own. */
    private static final int TEAMS = 60;

    private static final int AGENTS = 2400;

    private static final int CUSTOMERS = 25_000;

    /** From so many copies on an index is made anew afterwards, which is quicker than entering each row. */
    private static final int MANY = 5_000;

    /** Read by no list, search or report; a closed case leaves most of its rows here. */
    private static final Set<String> UNREAD = Set.of(
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_identitylink",
            "act_hi_op_log",
            "act_hi_job_log",
            "act_ru_authorization");

    /** Foreign keys are not looked after: what is copied whole keeps them, and the tables are written side by side. */
    MassData(String url) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(url + "&options=-c%20session_replication_role=replica"
                + "%20-c%20synchronous_commit=off%20-c%20maintenance_work_mem=256MB"));
    }

    /** So many copies of one case, numbered from the first number up to before the second. */
    record Copies(String caseNumber, int from, int until) {}

    /** For reports, without the rows that the engine's history keeps for single inquiries; all of it elsewhere. */
    void multiplyClosed(String caseNumber, int from, int until) {
        copyAll(List.of(new Copies(caseNumber, from, until)), true, UNREAD);
    }

    /** For the same people. */
    void multiply(String caseNumber, int from, int until) {
        copyAll(List.of(new Copies(caseNumber, from, until)), false, Set.of());
    }

    /** For other teams and people. */
    void multiplyElsewhere(Copies... copies) {
        copyAll(List.of(copies), true, Set.of());
    }

    private void copyAll(List<Copies> all, boolean elsewhere, Set<String> without) {
        List<Runnable> copies = new ArrayList<>();
        Set<String> tables = new TreeSet<>();
        all.forEach(each -> copyOne(each, elsewhere, without, copies, tables));
        boolean many = all.stream().mapToInt(each -> each.until() - each.from()).sum() >= MANY;
        List<String> indexes = many ? dropIndexes(tables) : List.of();
        copies.parallelStream().forEach(Runnable::run);
        indexes.parallelStream().forEach(index -> jdbc.sql(index).update());
    }

    private void copyOne(
            Copies one, boolean elsewhere, Set<String> without, List<Runnable> copies, Set<String> tables) {
        String caseNumber = one.caseNumber();
        List<String> instances = jdbc.sql(
                        "select id_ from act_ru_execution where parent_id_ is null and business_key_ = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
        List<String> ended = jdbc.sql("select id_ from act_hi_procinst where business_key_ = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
        List<String> tasks = jdbc.sql("select id_ from act_hi_taskinst where proc_inst_id_ in (:ids)")
                .param("ids", ended)
                .query(String.class)
                .list();
        List<String> ofCase = ended.isEmpty() ? instances : ended;
        for (List<String> table : ENGINE) {
            List<String> belonging =
                    table.get(1).equals("task_id_") || table.get(1).equals("resource_id_") ? tasks : ofCase;
            if (!belonging.isEmpty() && !without.contains(table.get(0))) {
                copies.add(() -> copy(table.get(0), table.get(1), belonging, one.from(), one.until(), elsewhere));
                tables.add(table.get(0));
            }
        }
        List<String> own = ownTables();
        if (elsewhere && !own.isEmpty()) {
            copyCustomers(caseNumber);
        }
        for (String table : own) {
            copies.add(() -> copy(table, "case_number", List.of(caseNumber), one.from(), one.until(), elsewhere));
            tables.add(table);
        }
    }

    /** Those that make nothing unique; gives how they are made again. */
    private List<String> dropIndexes(Set<String> tables) {
        List<String> made = new ArrayList<>();
        jdbc.sql("""
                        select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
                        where not i.indisunique and i.indrelid::regclass::text in (:tables)""")
                .param("tables", tables)
                .query((row, n) -> List.of(row.getString("name"), row.getString("made")))
                .list()
                .forEach(index -> {
                    jdbc.sql("drop index " + index.get(0)).update();
                    made.add(index.get(1));
                });
        return made;
    }

    /** No customer has all the cases: each a handful. */
    private void copyCustomers(String caseNumber) {
        String columns = String.join(", ", jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name = 'customer' and column_name <> 'number' order by ordinal_position""").query(String.class).list());
        jdbc.sql("""
                        insert into customer (number, %1$s)
                        select c.number || '-' || n, %1$s from customer c cross join generate_series(0, %2$d - 1) n
                        where c.number = (select customer_number from escalation_case where case_number = ?)
                        on conflict do nothing""".formatted(columns, CUSTOMERS)).param(caseNumber).update();
    }

    private List<String> ownTables() {
        return jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'case_number'
                          and table_name in (select t.table_name from information_schema.tables t
                            where t.table_schema = 'public' and t.table_type = 'BASE TABLE')
                          and table_name not in ('opening_key', 'import_row', 'reservation', 'case_text', 'case_person',
                            'figure_fact')
                        order by table_name""").query(String.class).list();
    }

    private void copy(String table, String belongs, List<String> to, int from, int until, boolean elsewhere) {
        List<String> columns = jdbc.sql("""
                        select column_name || ':' || data_type from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
                        order by ordinal_position""").param(table).query(String.class).list();
        String names = columns.stream().map(column -> column.split(":")[0]).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> value(column.split(":")[0].toLowerCase(Locale.ROOT), column.split(":")[1], elsewhere))
                .collect(Collectors.joining(", "));
        jdbc.sql(
                        "insert into %s (%s) select %s from %s t cross join generate_series(:from, :until - 1) n where t.%s in (:ids)"
                                .formatted(table, names, values, table, belongs))
                .param("from", from)
                .param("until", until)
                .param("ids", to)
                .update();
    }

    /** Ids keep their length, because some fill their column; they end with what is the same in all of one machine. */
    private static String value(String column, String type, boolean elsewhere) {
        if (!type.startsWith("character")) {
            return "t." + column;
        }
        if (IDS.contains(column)) {
            return "case when length(t.%1$s) > 30 then left(t.%1$s, length(t.%1$s) - 6) || lpad(n::text, 6, 'g') else t.%1$s end"
                    .formatted(column);
        }
        if (KEYS.contains(column)) {
            return "t.%s || '-' || n".formatted(column);
        }
        if (elsewhere && column.equals("customer_number")) {
            return "t.%s || '-' || n %% %d".formatted(column, CUSTOMERS);
        }
        if (elsewhere && PEOPLE.contains(column)) {
            return """
                    case when t.%1$s like 'team-north%%' then replace(t.%1$s, 'team-north', 'team-' || n %% %2$d)
                      when t.%1$s in ('agent1', 'supervisor1') then t.%1$s || '-' || n %% %3$d else t.%1$s end""".formatted(column, TEAMS, AGENTS);
        }
        return "t." + column;
    }
}
