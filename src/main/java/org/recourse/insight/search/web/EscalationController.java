package org.recourse.insight.search.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.search.CaseQuery;
import org.recourse.insight.search.CaseSearch;
import org.recourse.insight.search.CaseSearch.Found;
import org.recourse.insight.search.CaseTexts;
import org.recourse.insight.search.FoundCase;
import org.recourse.spreadsheet.SpreadsheetFormat;
import org.recourse.text.Speech;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All cases for auditors and managers: a search, as a list and as a file. */
@RestController
@RequestMapping("/api/escalations")
class EscalationController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_FILE = 10_000;

    private final CaseSearch search;
    private final CaseTexts texts;
    private final People people;
    private final InsightAccess access;
    private final Speech speech;

    EscalationController(CaseSearch search, CaseTexts texts, People people, InsightAccess access, Speech speech) {
        this.search = search;
        this.texts = texts;
        this.people = people;
        this.access = access;
        this.speech = speech;
    }

    @Operation(
            summary = "Search all cases",
            description = "Parameters are the fields of the search, sort, page from 0 and size up to 200.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Listed find(@RequestParam Map<String, String> asked) {
        access.demandCases();
        Found found = found(
                asked,
                AskedSearch.number(asked, "page", 0, 0, Integer.MAX_VALUE / LARGEST_PAGE),
                AskedSearch.number(asked, "size", PAGE, 1, LARGEST_PAGE));
        Set<PersonId> ids = found.cases().stream()
                .flatMap(each -> Stream.of(each.agent(), each.owner(), each.settledBy()))
                .filter(Objects::nonNull)
                .map(PersonId::of)
                .collect(Collectors.toSet());
        Map<String, String> names = new TreeMap<>(people.fullNames(ids));
        found.cases().stream()
                .map(FoundCase::offeredTo)
                .filter(Objects::nonNull)
                .forEach(group -> names.computeIfAbsent(group, speech::name));
        return new Listed(found.total(), found.page(), found.size(), found.cases(), names);
    }

    /**
     * A page of what was found.
     *
     * @param total at most {@link CaseSearch#COUNTED}
     * @param names what the people and groups in it are called, by id
     */
    record Listed(long total, int page, int size, List<FoundCase> cases, Map<String, String> names) {}

    @Operation(
            summary = "Search all cases",
            description = "The first ten thousand as text/csv; for=excel writes them as Excel opens them.")
    @GetMapping(produces = "text/csv")
    String csv(@RequestParam Map<String, String> asked) {
        access.demandCases();
        SpreadsheetFormat format = SpreadsheetFormat.of(asked.get("for"));
        return FoundCasesCsv.of(found(asked, 0, LARGEST_FILE).cases(), format);
    }

    private Found found(Map<String, String> asked, int page, int size) {
        CaseQuery query = AskedSearch.query(asked);
        if (!asked.getOrDefault("words", "").isBlank()
                || !asked.getOrDefault("person", "").isBlank()) {
            texts.refresh();
        }
        return search.find(query, asked.get("sort"), page, size);
    }

    @Operation(summary = "What the caller may see of all cases")
    @GetMapping("/permission")
    InsightAccess.Permission permission() {
        return access.permission();
    }
}
