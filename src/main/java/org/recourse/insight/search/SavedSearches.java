package org.recourse.insight.search;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Searches that somebody wants to do again, each person's own. */
@Repository
public class SavedSearches {

    private static final int AT_MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 2_000;

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** @param query what stands behind the question mark of the page's address */
    public record SavedSearch(String name, String query) {}

    public List<SavedSearch> mine() {
        return jdbc.sql("select name, query from saved_search where user_id = ? order by lower(name), name")
                .param(user.id())
                .query((row, n) -> new SavedSearch(row.getString("name"), row.getString("query")))
                .list();
    }

    /**
     * One of the same name is replaced.
     *
     * @throws RefusedInput when the name is empty or too long, or there are a hundred already
     */
    @Transactional
    public void keep(String name, String query) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new RefusedInput("name", Sentence.of("search.name-length", LONGEST_NAME));
        }
        if (query.length() > LONGEST_QUERY) {
            throw new RefusedInput("query", Sentence.of("search.query-length", LONGEST_QUERY));
        }
        forget(called);
        if (mine().size() >= AT_MOST) {
            throw new RefusedInput("name", Sentence.of("search.too-many", AT_MOST));
        }
        jdbc.sql("insert into saved_search (user_id, name, query, saved_at) values (?, ?, ?, ?)")
                .params(user.id(), called, query, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void forget(String name) {
        jdbc.sql("delete from saved_search where user_id = ? and name = ?")
                .params(user.id(), name.strip())
                .update();
    }
}
