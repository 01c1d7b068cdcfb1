package org.recourse.engine.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Lists and counts tasks with the same results as the engine, in a time that depends on how many a person has and not on
 * how many there are: {@link TaskListStatements} says what the engine does instead. Unusual questions are left to it.
 */
public class TaskLists extends TaskManager {

    private static final String ANYTHING = "*";
    private static final Set<String> OWN_OR_OFFERED = Set.of("assignee", "candidateGroups");

    private static final Set<String> BESIDE_MINE = Set.of("keys", "orderingProperties");

    private final JsonTaskQueryConverter criteria = new JsonTaskQueryConverter();

    /**
     * What a statement is told beside the question.
     *
     * @param readableProcesses processes whose tasks all may be seen
     * @param mine the condition "mine or offered to my groups", if the question has it
     * @param longQueue whether so many tasks are offered that the first ones in order are found sooner by going through all
     *     in order than by collecting what is offered
     */
    public record Hints(
            List<String> readableProcesses, @Nullable TaskQueryImpl mine, boolean longQueue) {

        /** For MyBatis, which asks for properties. */
        public List<String> getReadableProcesses() {
            return readableProcesses;
        }

        public @Nullable TaskQueryImpl getMine() {
            return mine;
        }

        public boolean isLongQueue() {
            return longQueue;
        }
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (!isForUs(query)) {
            return super.findTasksByQueryCriteria(query);
        }
        return ask(
                query,
                true,
                onlyMine -> tasks(onlyMine ? TaskListStatements.LIST_MINE : TaskListStatements.LIST, query));
    }

    @SuppressWarnings("unchecked")
    private List<Task> tasks(String statement, TaskQueryImpl query) {
        return getDbEntityManager().selectList(statement, query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return isForUs(query)
                ? ask(query, false, onlyMine -> (Long) getDbEntityManager()
                        .selectOne(onlyMine ? TaskListStatements.COUNT_MINE : TaskListStatements.COUNT, query))
                : super.findTaskCountByQueryCriteria(query);
    }

    /**
     * Not a plain question without a person, which the engine puts in fewer words; and a permission that somebody revoked
     * makes the engine look quite differently.
     */
    private boolean isForUs(TaskQueryImpl query) {
        if (!isUsual(query)
                || getCurrentAuthentication() == null
                        && query.getQueries().stream().noneMatch(TaskLists::asksForCandidates)) {
            return false;
        }
        configureQuery(query);
        return !query.getAuthCheck().isRevokeAuthorizationCheckEnabled();
    }

    private <T> T ask(TaskQueryImpl query, boolean inOrder, Function<Boolean, T> question) {
        Hints hints = hints(query, inOrder);
        query.setParameter(hints);
        TaskQueryImpl mine = hints.mine();
        int place = mine == null || hints.longQueue() ? -1 : query.getQueries().indexOf(mine);
        if (place >= 0) {
            query.getQueries().remove(place);
        }
        try {
            return question.apply(place >= 0 && saysNothingElse(query));
        } finally {
            if (place >= 0) {
                query.getQueries().add(place, Objects.requireNonNull(mine));
            }
        }
    }

    /** Once "mine or offered to my groups" is taken away, at most some kinds of steps and that they are not suspended. */
    private boolean saysNothingElse(TaskQueryImpl rest) {
        return rest.getQueries().size() == 1
                && rest.getVariables().isEmpty()
                && !rest.isNoDelegationState()
                && !rest.getIsTenantIdSet()
                && BESIDE_MINE.containsAll(criteria.toJsonObject(rest, false).keySet());
    }

    private Hints hints(TaskQueryImpl query, boolean inOrder) {
        var check = query.getAuthCheck();
        List<String> wide = List.of();
        if (check.getShouldPerformAuthorizatioCheck() && check.getAuthUserId() != null) {
            wide = strings(TaskListStatements.WIDE_GRANTS, query);
            check.setAuthorizationCheckEnabled(!wide.contains(ANYTHING));
        }
        TaskQueryImpl mine = query.getQueries().stream()
                .filter(this::isOwnOrOffered)
                .findFirst()
                .orElse(null);
        query.setParameter(new Hints(wide, mine, false));
        return new Hints(
                wide,
                mine,
                inOrder
                        && mine != null
                        && !strings(TaskListStatements.LONG_QUEUE, query).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String statement, TaskQueryImpl query) {
        int first = query.getFirstResult();
        int most = query.getMaxResults();
        query.setFirstResult(0);
        query.setMaxResults(Integer.MAX_VALUE);
        try {
            return getDbEntityManager().selectList(statement, query);
        } finally {
            query.setFirstResult(first);
            query.setMaxResults(most);
        }
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
    public static final class Factory implements SessionFactory {

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
