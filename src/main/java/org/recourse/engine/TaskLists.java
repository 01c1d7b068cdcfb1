package org.recourse.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Lists and counts tasks with the same results as the engine, in a time that depends on how many a person has and not on
 * how many there are: {@link TaskListStatements} says what the engine does instead. Unusual questions are left to it.
 */
class TaskLists extends TaskManager {

    private static final Set<String> OWN_OR_OFFERED = Set.of("assignee", "candidateGroups");

    private final JsonTaskQueryConverter criteria = new JsonTaskQueryConverter();

    /** What a statement is told beside the question. */
    public record Hints(List<String> readableProcesses, boolean ownOrOffered) {

        /** For MyBatis, which asks for properties. */
        public List<String> getReadableProcesses() {
            return readableProcesses;
        }

        public boolean isOwnOrOffered() {
            return ownOrOffered;
        }
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (!prepared(query)) {
            return super.findTasksByQueryCriteria(query);
        }
        @SuppressWarnings("unchecked")
        List<Task> tasks = getDbEntityManager().selectList(TaskListStatements.LIST, query);
        return tasks;
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return prepared(query)
                ? (Long) getDbEntityManager().selectOne(TaskListStatements.COUNT, query)
                : super.findTaskCountByQueryCriteria(query);
    }

    private boolean prepared(TaskQueryImpl query) {
        if (!isUsual(query)) {
            return false;
        }
        configureQuery(query);
        var check = query.getAuthCheck();
        if (check.isRevokeAuthorizationCheckEnabled()) {
            return false;
        }
        query.setParameter(new Hints(List.of(), query.getQueries().stream().anyMatch(this::isOwnOrOffered)));
        if (check.getShouldPerformAuthorizatioCheck() && check.getAuthUserId() != null) {
            @SuppressWarnings("unchecked")
            List<String> wide = getDbEntityManager().selectList(TaskListStatements.WIDE_GRANTS, query);
            if (wide.contains("*")) {
                check.setAuthorizationCheckEnabled(false);
            }
            query.setParameter(new Hints(wide, ((Hints) query.getParameter()).ownOrOffered()));
        }
        return true;
    }

    /** One link to a person or group at most; sorted by what stands in the task; no cases of CMMN, which all may see. */
    private static boolean isUsual(TaskQueryImpl query) {
        return !Context.getProcessEngineConfiguration().isCmmnEnabled()
                && query.getQueries().stream().noneMatch(part -> part.getInvolvedUser() != null)
                && query.getQueries().stream()
                                .filter(TaskLists::asksForCandidates)
                                .count()
                        <= 1
                && query.getOrderingProperties().stream().allMatch(order -> order.isContainedProperty());
    }

    private static boolean asksForCandidates(TaskQueryImpl part) {
        return part.getCandidateUser() != null
                || part.getCandidateGroups() != null
                || part.getCandidateGroupLike() != null
                || Boolean.TRUE.equals(part.isWithCandidateGroups())
                || Boolean.TRUE.equals(part.isWithCandidateUsers());
    }

    /** An "or" over exactly these two, as every list of Recourse has it. */
    private boolean isOwnOrOffered(TaskQueryImpl part) {
        return part.isOrQueryActive()
                && part.getCandidateGroups() != null
                && !part.getCandidateGroups().isEmpty()
                && criteria.toJsonObject(part, true).keySet().stream()
                        .filter(criterion -> !criterion.endsWith("Expression"))
                        .collect(Collectors.toSet())
                        .equals(OWN_OR_OFFERED);
    }

    /** Takes the place of the engine's own manager. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new TaskLists();
        }
    }
}
