package org.recourse.identity.permission;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Says whether somebody may do something, with the same answers as the engine. The engine asks whether anything was
 * revoked and then puts a statement of up to six parts together for each permission in question; here all grants that
 * could decide are fetched by one short statement. As soon as anything was revoked for the person, the engine decides.
 *
 * <p>All groups of who is logged in count. The engine first reads the groups of every permission there is, two rows per
 * open task, to leave out those without any: each command would read the whole table.
 */
public class GrantChecks extends AuthorizationManager {

    private static final String GRANTS = "org.recourse.identity.permission.GrantChecks.selectDeciding";

    private static final String MAPPER = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
            <mapper namespace="org.recourse.identity.permission.GrantChecks">
              <sql id="theirs">
                (USER_ID_ = #{user}
                <if test="groups.size > 0">
                  or GROUP_ID_ in
                  <foreach item="group" collection="groups" open="(" separator="," close=")">#{group}</foreach>
                </if>)
              </sql>
              <select id="selectDeciding" resultType="org.recourse.identity.permission.GrantChecks$Grant">
                select TYPE_ as type, RESOURCE_TYPE_ as resource, RESOURCE_ID_ as id, PERMS_ as perms
                from ${prefix}ACT_RU_AUTHORIZATION
                where RESOURCE_ID_ in ('*'<foreach item="id" collection="ids">, #{id}</foreach>)
                  and (TYPE_ = 0 and USER_ID_ = '*' or TYPE_ = 1 and <include refid="theirs"/>)
                union all
                select TYPE_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ${prefix}ACT_RU_AUTHORIZATION
                where TYPE_ = 2 and (USER_ID_ = '*' or <include refid="theirs"/>)
              </select>
            </mapper>""";

    /** A row that may decide; for MyBatis, which sets its fields. */
    public static class Grant {
        private int type;
        private int resource;
        private String id = "";
        private int perms;
    }

    /** Whose grants are looked for, and for what. */
    public record Asked(String user, List<String> groups, Set<String> ids) {

        /** For MyBatis, which asks for properties. */
        public String getUser() {
            return user;
        }

        public List<String> getGroups() {
            return groups;
        }

        public Set<String> getIds() {
            return ids;
        }
    }

    public static void addTo(Configuration mybatis) {
        var xml = new ByteArrayInputStream(MAPPER.getBytes(StandardCharsets.UTF_8));
        new XMLMapperBuilder(xml, mybatis, "grant-checks", mybatis.getSqlFragments()).parse();
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        return isAuthorizationEnabled() && isResourceValidForPermission(check)
                ? isAuthorized(userId, groupIds, createCompositePermissionCheck(check))
                : super.isAuthorized(userId, groupIds, check);
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck check) {
        if (!isPlain(check)) {
            return super.isAuthorized(userId, groupIds, check);
        }
        List<Grant> grants = grants(userId, groupIds, check);
        boolean revoked = grants.stream().anyMatch(grant -> grant.type == Authorization.AUTH_TYPE_REVOKE);
        if (isWhoAsks(userId)) {
            isRevokeAuthCheckUsed = revoked; // spares the lists of this command the same question
        }
        if (revoked) {
            return super.isAuthorized(userId, groupIds, check);
        }
        Stream<@Nullable Long> found = check.getAtomicChecks().stream().map(atomic -> found(atomic, grants));
        return check.isDisjunctive() || check.getAtomicChecks().size() == 1
                ? found.filter(value -> value != null).findFirst().orElse(0L) == 1
                : found.allMatch(value -> value != null && value == 1);
    }

    private boolean isWhoAsks(String userId) {
        var asking = getCurrentAuthentication();
        return asking != null && userId.equals(asking.getUserId());
    }

    private boolean isPlain(CompositePermissionCheck check) {
        return check.getCompositeChecks().isEmpty()
                && !check.getAtomicChecks().isEmpty()
                && check.getAtomicChecks().stream()
                        .allMatch(atomic ->
                                atomic.getResourceIdQueryParam() == null && isResourceValidForPermission(atomic));
    }

    @SuppressWarnings("unchecked")
    private List<Grant> grants(String userId, List<String> groupIds, CompositePermissionCheck check) {
        Set<String> ids = check.getAtomicChecks().stream()
                .map(PermissionCheck::getResourceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return getDbEntityManager()
                .selectListWithRawParameter(
                        GRANTS, new Asked(userId, filterAuthenticatedGroupIds(groupIds), ids), 0, Integer.MAX_VALUE);
    }

    /** 1 when granted, otherwise what the engine makes of nothing found; null leaves it to the next check. */
    private static @Nullable Long found(PermissionCheck check, List<Grant> grants) {
        return grants.stream()
                        .anyMatch(grant -> grant.resource == check.getResourceType()
                                && (grant.id.equals(Authorization.ANY) || grant.id.equals(check.getResourceId()))
                                && (grant.perms & check.getPerms()) == check.getPerms())
                ? Long.valueOf(1)
                : check.getAuthorizationNotFoundReturnValue();
    }

    /** Takes the place of the engine's own manager. */
    public static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new GrantChecks();
        }
    }
}
