package org.recourse.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.Team;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * What a call centre configures about its people: its teams, and who administers it first.
 *
 * @param origin the address that browsers see, for example {@code https://recourse.example.org}, where a proxy hides it
 */
@ConfigurationProperties("recourse")
public record RecourseProperties(
        List<Team> teams, @Nullable Admin admin, @Nullable String origin) {

    public record Admin(@Nullable String id, @Nullable String password) {

        public boolean isComplete() {
            return StringUtils.hasText(id) && StringUtils.hasText(password);
        }
    }
}
