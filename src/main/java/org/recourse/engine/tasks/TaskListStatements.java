package org.recourse.engine.tasks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;

/**
 * The engine's own statements for lists of tasks, with changes. The engine joins each task with all permissions and
 * all candidates of a person and sorts out what came double: the work grows with all open tasks. Here permissions and
 * candidates are asked for per task in question, nothing comes double, and "mine or offered to my groups" is looked up
 * from the person's side first. Made from the engine's mapping file while it reads as expected; else nothing is changed.
 */
public final class TaskListStatements {

    static final String LIST = "org.recourse.engine.tasks.TaskLists.listTasks";
    static final String COUNT = "org.recourse.engine.tasks.TaskLists.countTasks";
    static final String LIST_MINE = "org.recourse.engine.tasks.TaskLists.listMine";
    static final String COUNT_MINE = "org.recourse.engine.tasks.TaskLists.countMine";
    static final String WIDE_GRANTS = "org.recourse.engine.tasks.TaskLists.selectWideGrants";
    static final String LONG_QUEUE = "org.recourse.engine.tasks.TaskLists.selectWhenQueueIsLong";

    private static final String ENTITY = "org.camunda.bpm.engine.impl.persistence.entity.";

    private static final String GRANTED = """
            A.TYPE_ &lt; 2
            and (A.USER_ID_ in (#{authCheck.authUserId, jdbcType=VARCHAR}, '*')
            <if test="authCheck.authGroupIds != null &amp;&amp; authCheck.authGroupIds.size > 0">
              or A.GROUP_ID_ in
              <foreach item="item" collection="authCheck.authGroupIds" open="(" separator="," close=")">#{item}</foreach>
            </if>)
            <bind name="atomicChecks" value="authCheck.permissionChecks.atomicChecks" />
            <bind name="disjunctive" value="authCheck.permissionChecks.disjunctive" />
            <include refid="%sAuthorizationEntity.atomicChecksOnResourceTypeAndPerms"/>""".formatted(ENTITY);

    /** The aggregate keeps the database from collecting all permissions before it looks at the first task. */
    private static final String VISIBLE = """
            <if test="authCheck.shouldPerformAuthorizatioCheck &amp;&amp; authCheck.authUserId != null">
              and (
              <if test="parameter.readableProcesses.size > 0">
                D.KEY_ in
                <foreach item="item" collection="parameter.readableProcesses" open="(" separator="," close=")">
                  #{item}
                </foreach>
                or
              </if>
              <choose>
                <when test="parameter.longQueue">1 = (select max(1)</when>
                <otherwise>exists (select 1</otherwise>
              </choose>
              from ${prefix}ACT_RU_AUTHORIZATION A where A.RESOURCE_ID_ = RES.ID_ and %s))
            </if>""".formatted(GRANTED);

    private static final String TASKS = """
            from
            <choose>
              <when test="parameter.mine != null &amp;&amp; !parameter.longQueue">
                (select T.* from ${prefix}ACT_RU_TASK T where T.ASSIGNEE_ = #{parameter.mine.assignee}
                union all
                select T.* from ${prefix}ACT_RU_TASK T where T.ASSIGNEE_ is null and T.ID_ in (%s))
              </when>
              <otherwise>${prefix}ACT_RU_TASK</otherwise>
            </choose>
            RES""";

    private static final String OFFERED = """
            select I.TASK_ID_ from ${prefix}ACT_RU_IDENTITYLINK I
            where I.TYPE_ = 'candidate' and I.TASK_ID_ is not null and I.GROUP_ID_ in
            <foreach item="group" collection="parameter.mine.candidateGroups" open="(" separator="," close=")">
              #{group}
            </foreach>""";

    /**
     * The question that every list of everybody asks every ten seconds: "mine or offered to my groups", of these steps. The
     * engine's own words for it hold two hundred conditions, and putting them together takes longer than answering.
     */
    private static final String MINE = """
            <sql id="mine">
              %s
              <if test="parameter.readableProcesses.size > 0">
                left join ${prefix}ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_
              </if>
              <where>
                <if test="queries[0].suspensionState != null">
                  and RES.SUSPENSION_STATE_ = #{queries[0].suspensionState.stateCode}
                </if>
                <if test="queries[0].keys != null &amp;&amp; queries[0].keys.length > 0">
                  and RES.TASK_DEF_KEY_ in
                  <foreach item="key" collection="queries[0].keys" open="(" separator="," close=")">#{key}</foreach>
                </if>
                %s
                <include refid="%sTenantEntity.queryTenantCheck" />
              </where>
            </sql>""".formatted(TASKS.formatted(OFFERED), VISIBLE, ENTITY);

    private static final String WIDE = """
            <select id="selectWideGrants" resultType="string">
              select A.RESOURCE_ID_ from ${prefix}ACT_RU_AUTHORIZATION A where A.RESOURCE_ID_ = '*' and %1$s
              union
              select A.RESOURCE_ID_ from ${prefix}ACT_RU_AUTHORIZATION A
              where A.RESOURCE_TYPE_ = 6 and A.RESOURCE_ID_ in (select D.KEY_ from ${prefix}ACT_RE_PROCDEF D) and %1$s
            </select>
            <select id="selectWhenQueueIsLong" resultType="string">%2$s limit 1 offset 1000</select>""".formatted(GRANTED, OFFERED);

    private static final String CANDIDATE = """
            <choose>
              <when test="query.isOrQueryActive">
                and 1 = (select max(1) from ${prefix}ACT_RU_IDENTITYLINK I where I.TASK_ID_ = RES.ID_
              </when>
              <otherwise>
                and RES.ID_ in (select I.TASK_ID_ from ${prefix}ACT_RU_IDENTITYLINK I where I.TASK_ID_ is not null
              </otherwise>
            </choose>
            and I.TYPE_ = 'candidate'""";

    private TaskListStatements() {}

    /** @throws UnexpectedMapping when the engine's file is not the one that was read when this was written */
    public static void addTo(Configuration mybatis) {
        var task = new TaskMapping();
        String list = task.element("select", "selectTaskByQueryCriteria");
        String count = task.element("select", "selectTaskCountByQueryCriteria");
        String mapper = """
                <?xml version="1.0" encoding="UTF-8" ?>
                <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
                <mapper namespace="org.recourse.engine.tasks.TaskLists">
                """
                + WIDE
                + list(list, "listTasks")
                + mine(list(list, "listMine"))
                + count(count, "countTasks")
                + mine(count(count, "countMine"))
                + task.element("sql", "columnSelection")
                + criteria(task.element("sql", "selectTaskByQueryCriteriaSql"))
                + MINE
                + "</mapper>";
        var xml = new ByteArrayInputStream(mapper.getBytes(StandardCharsets.UTF_8));
        new XMLMapperBuilder(xml, mybatis, "task-lists", mybatis.getSqlFragments()).parse();
    }

    private static String list(String select, String id) {
        String renamed = TaskMapping.replaced(select, "id=\"selectTaskByQueryCriteria\"", "id=\"" + id + "\"");
        return TaskMapping.replaced(
                TaskMapping.replaced(
                        renamed, "resultMap=\"taskResultMap\"", "resultMap=\"" + ENTITY + "TaskEntity.taskResultMap\""),
                "select ${distinct}",
                "select");
    }

    private static String count(String select, String id) {
        String renamed = TaskMapping.replaced(select, "id=\"selectTaskCountByQueryCriteria\"", "id=\"" + id + "\"");
        return TaskMapping.replaced(
                TaskMapping.replaced(
                        renamed,
                        "${countDistinctBeforeStart} RES.ID_ ${countDistinctBeforeEnd}",
                        "select count(RES.ID_)"),
                "${countDistinctAfterEnd}",
                "");
    }

    private static String mine(String select) {
        return TaskMapping.replaced(select, "refid=\"selectTaskByQueryCriteriaSql\"", "refid=\"mine\"");
    }

    private static String criteria(String sql) {
        String unjoined =
                TaskMapping.replaced(sql, "left join ${prefix}ACT_RU_IDENTITYLINK I on I.TASK_ID_ = RES.ID_", "");
        unjoined = TaskMapping.replaced(unjoined, """
                <include refid="%sAuthorizationEntity.authCheckJoinWithoutOnClause" />\\s+AUTH ON \\(.*?\\)\n""".formatted(ENTITY), "", true);
        String ours = TaskMapping.replaced(unjoined, "from ${prefix}ACT_RU_TASK RES", TASKS.formatted(OFFERED));
        String offered = TaskMapping.replaced(ours, "and I.TYPE_ = 'candidate'", CANDIDATE);
        offered = TaskMapping.replaced(offered, "(and I\\.USER_ID_ is not null\\s+</if>)", "$1)", true);
        return TaskMapping.replaced(
                offered,
                "<include refid=\"%sAuthorizationEntity.contextualAuthorizationCheck\" />".formatted(ENTITY),
                VISIBLE);
    }
}
