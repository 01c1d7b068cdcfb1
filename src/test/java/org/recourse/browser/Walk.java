package org.recourse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at one place after the other and keeps what no bundle said there. */
final class Walk {

    /** What is folded is read, too. */
    private static final String UNFOLD =
            "selector => document.querySelectorAll(selector + ' details').forEach(details => details.open = true)";

    private final NotSaid notSaid = new NotSaid();
    private final Map<String, List<String>> found = new TreeMap<>();
    private final Set<String> visited = new TreeSet<>();

    @SuppressWarnings("unchecked")
    void look(Page page, String where, String inside) {
        page.evaluate(UNFOLD, inside);
        List<String> shown = (List<String>) page.evaluate(NotSaid.SHOWN, inside);
        assertThat(shown).as(where).anyMatch(text -> text.contains("«"));
        read(where, shown);
    }

    void read(String where, List<String> shown) {
        visited.add(where);
        List<String> bare = notSaid.in(shown);
        if (!bare.isEmpty()) {
            found.put(where, bare);
        }
    }

    /** Nothing was told in another language, and nothing of what there is was left out. */
    void foundNothingIn(Set<String> places) {
        assertThat(found).isEmpty();
        assertThat(visited).containsAll(places);
    }
}
