package org.recourse.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/** What a call centre configures about its people: its teams, and who administers it first. */
@ConfigurationProperties("recourse")
record RecourseProperties(List<String> teams, @Nullable Admin admin) {

    record Admin(@Nullable String id, @Nullable String password) {

        boolean isComplete() {
            return StringUtils.hasText(id) && StringUtils.hasText(password);
        }
    }
}
