package org.recourse.identity.permission;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Makes Recourse's filters and brings them up to date when Recourse is upgraded, until somebody edits one: then it is
 * theirs. Each carries a fingerprint of what it was made as; one from before there were fingerprints counts as edited
 * when it was saved more than once, or belongs to somebody.
 */
@Component
class OwnFilters {

    private static final String MADE_AS = "recourseMadeAs";

    private final FilterService filters;
    private final Authorizations authorizations;

    OwnFilters(FilterService filters, Authorizations authorizations) {
        this.filters = filters;
        this.authorizations = authorizations;
    }

    void ensure(String name, List<String> roles, TaskQuery query, Map<String, Object> properties) {
        List<Filter> there = filters.createFilterQuery().filterName(name).list();
        if (there.isEmpty()) {
            Filter made = save(filters.newTaskFilter(name), query, properties);
            roles.forEach(role -> authorizations.ensure(new Grant(role, FILTER, made.getId(), READ)));
        }
        there.stream().filter(OwnFilters::isAsItWasMade).forEach(filter -> {
            Object madeAs = filter.getProperties().get(MADE_AS);
            filter.setQuery(query);
            filter.setProperties(properties);
            if (!fingerprint(filter).equals(madeAs)) {
                save(filter, query, properties);
            }
        });
    }

    private Filter save(Filter filter, TaskQuery query, Map<String, Object> properties) {
        filter.setQuery(query);
        filter.setProperties(properties);
        Map<String, Object> marked = new HashMap<>(properties);
        marked.put(MADE_AS, fingerprint(filter));
        filter.setProperties(marked);
        return filters.saveFilter(filter);
    }

    private static boolean isAsItWasMade(Filter filter) {
        Object madeAs = filter.getProperties().get(MADE_AS);
        return madeAs == null
                ? filter.getOwner() == null && ((FilterEntity) filter).getRevision() == 1
                : madeAs.equals(fingerprint(filter));
    }

    private static String fingerprint(Filter filter) {
        Map<String, Object> properties = new TreeMap<>(filter.getProperties());
        properties.remove(MADE_AS);
        String content = filter.getName() + properties + ((FilterEntity) filter).getQueryInternal();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
