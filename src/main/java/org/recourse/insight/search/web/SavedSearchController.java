package org.recourse.insight.search.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.Times;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.search.SavedSearches;
import org.recourse.insight.search.SavedSearches.SavedSearch;
import org.recourse.text.Sentence;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own saved searches. Auditors have some too: a search is no part of any case. */
@RestController
@RequestMapping(InsightAccess.OWN_SEARCHES)
class SavedSearchController {

    private final SavedSearches searches;
    private final InsightAccess access;
    private final Times times;

    SavedSearchController(SavedSearches searches, InsightAccess access, Times times) {
        this.searches = searches;
        this.access = access;
        this.times = times;
    }

    @Operation(summary = "List the caller's saved searches")
    @GetMapping
    List<SavedSearch> mine() {
        access.demandCases();
        return searches.mine();
    }

    @Operation(summary = "Save a search", description = "Keys of the body: name, query.")
    @PostMapping
    List<SavedSearch> keep(@RequestBody Map<String, @Nullable Object> body) {
        access.demandCases();
        Answers given = new Answers(body, times::house).only("name", "query");
        searches.keep(given.required("name", 200, Sentence.of("search.name-missing")), query(given));
        return searches.mine();
    }

    private static String query(Answers given) {
        String query = given.text("query");
        return query == null ? "" : query;
    }

    @Operation(summary = "Forget a saved search")
    @DeleteMapping
    List<SavedSearch> forget(@RequestParam String name) {
        access.demandCases();
        searches.forget(name);
        return searches.mine();
    }
}
