package org.recourse.insight.search.web;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.export.SafeCsv;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.People;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.casefile.CaseTimelines;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.insight.history.Passage;
import org.recourse.insight.search.CaseQuery;
import org.recourse.insight.search.CaseSearch;
import org.recourse.insight.search.CaseSearch.Found;
import org.recourse.insight.search.CaseTexts;
import org.recourse.insight.search.FoundCase;
import org.recourse.insight.search.Sample;
import org.recourse.insight.search.Sample.Draw;
import org.recourse.text.Sentence;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All cases for auditors and managers: a search, a sample, and for auditors what the engine kept of one. */
@RestController
@RequestMapping("/api/escalations")
class EscalationController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_FILE = 10_000;
    private static final int LARGEST_SAMPLE = 500;

    private static final Set<String> ASKED = Stream.concat(
                    Arrays.stream(CaseQuery.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("sort", "page", "size"))
            .collect(Collectors.toUnmodifiableSet());

    private final CaseSearch search;
    private final CaseTexts texts;
    private final Sample sample;
    private final EngineHistory history;
    private final CaseTimelines timelines;
    private final CaseAccess cases;
    private final People people;
    private final InsightAccess access;

    EscalationController(
            CaseSearch search,
            CaseTexts texts,
            Sample sample,
            EngineHistory history,
            CaseTimelines timelines,
            CaseAccess cases,
            People people,
            InsightAccess access) {
        this.search = search;
        this.texts = texts;
        this.sample = sample;
        this.history = history;
        this.timelines = timelines;
        this.cases = cases;
        this.people = people;
        this.access = access;
    }

    @Operation(
            summary = "Search all cases",
            description = "Parameters are the fields of the search, sort, page from 0 and size up to 200.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Listed find(@RequestParam Map<String, String> asked) {
        access.demandCases();
        Found found = found(
                asked,
                number(asked, "page", 0, 0, Integer.MAX_VALUE / LARGEST_PAGE),
                number(asked, "size", PAGE, 1, LARGEST_PAGE));
        Set<String> ids = found.cases().stream()
                .flatMap(each -> Stream.of(each.agent(), each.owner(), each.settledBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Listed(found.total(), found.page(), found.size(), found.cases(), people.fullNames(ids));
    }

    /**
     * A page of what was found.
     *
     * @param total at most {@link CaseSearch#COUNTED}
     * @param names full names of the people in it, by id
     */
    record Listed(long total, int page, int size, List<FoundCase> cases, Map<String, String> names) {}

    @Operation(summary = "Search all cases", description = "The first ten thousand as text/csv.")
    @GetMapping(produces = "text/csv")
    String csv(@RequestParam Map<String, String> asked) {
        access.demandCases();
        SafeCsv csv = new SafeCsv(List.of(
                "caseNumber",
                "title",
                "customerNumber",
                "customerName",
                "team",
                "product",
                "channel",
                "level",
                "state",
                "outcome",
                "cause",
                "trigger",
                "agent",
                "owner",
                "settledBy",
                "offeredTo",
                "urgency",
                "openedAt",
                "settledAt",
                "closedAt",
                "deadline",
                "practice"));
        for (FoundCase each : found(asked, 0, LARGEST_FILE).cases()) {
            csv.row(
                    each.caseNumber(),
                    each.title(),
                    each.customerNumber(),
                    each.customerName(),
                    each.team(),
                    each.product(),
                    each.channel(),
                    each.level(),
                    each.state(),
                    each.outcome(),
                    each.cause(),
                    each.trigger(),
                    each.agent(),
                    each.owner(),
                    each.settledBy(),
                    each.offeredTo(),
                    each.urgency(),
                    each.openedAt(),
                    each.settledAt(),
                    each.closedAt(),
                    each.deadline(),
                    each.practice());
        }
        return csv.toString();
    }

    private Found found(Map<String, String> asked, int page, int size) {
        asked.keySet().stream()
                .filter(name -> !ASKED.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new RefusedInput(
                            unknown,
                            Sentence.of(
                                    "search.no-such-field",
                                    ASKED.stream().sorted().collect(Collectors.joining(", "))));
                });
        if (!asked.getOrDefault("words", "").isBlank()
                || !asked.getOrDefault("person", "").isBlank()) {
            texts.refresh();
        }
        return search.find(query(asked), asked.get("sort"), page, size);
    }

    @Operation(summary = "What the caller may see of all cases")
    @GetMapping("/permission")
    InsightAccess.Permission permission() {
        return access.permission();
    }

    @Operation(
            summary = "Draw a sample of cases for quality review",
            description = "A draw by seed of size cases opened from to to; the same again draws the same.")
    @GetMapping("/sample")
    Draw sample(
            @RequestParam String seed,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam Map<String, String> asked) {
        access.demandCases();
        if (size < 1 || size > LARGEST_SAMPLE) {
            throw new RefusedInput("size", Sentence.of("search.sample-size", LARGEST_SAMPLE));
        }
        LocalDate from = day(asked, "from");
        LocalDate to = day(asked, "to");
        if (from == null || to == null) {
            throw new RefusedInput("from", Sentence.of("search.sample-days"));
        }
        return sample.draw(seed, size, from, to, asked.get("team"));
    }

    @Operation(
            summary = "What happened in a case",
            description = "From all sources in one order; auditors also see what the engine recorded.")
    @GetMapping("/{caseNumber}/timeline")
    List<CaseTimelines.Entry> timeline(@PathVariable CaseNumber caseNumber, Locale language) {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        return timelines.of(escalation, access.seesHistory(), language);
    }

    /** The elements of the diagrams that a case came by, and the decisions. */
    record Path(List<Passage> passages, List<Decision> decisions) {}

    @Operation(summary = "The way a case took through the diagrams")
    @GetMapping("/{caseNumber}/path")
    Path path(@PathVariable CaseNumber caseNumber) {
        access.demandHistory();
        cases.demandSight(caseNumber);
        return new Path(history.passages(caseNumber), history.decisions(caseNumber));
    }

    private static CaseQuery query(Map<String, String> asked) {
        return new CaseQuery(
                asked.get("words"),
                asked.get("caseNumber"),
                asked.get("customer"),
                asked.get("person"),
                day(asked, "from"),
                day(asked, "to"),
                lower(asked, "state"),
                lower(asked, "outcome"),
                asked.getOrDefault("level", "").isBlank() ? null : number(asked, "level", 1, 1, 3),
                lower(asked, "cause"),
                lower(asked, "trigger"),
                lower(asked, "deadline"),
                asked.get("product"),
                asked.get("team"),
                lower(asked, "channel"));
    }

    private static @Nullable String lower(Map<String, String> asked, String field) {
        String value = asked.get(field);
        return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate day(Map<String, String> asked, String field) {
        String text = asked.get(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw new RefusedInput(field, Sentence.of("form.not-a-day", text));
        }
    }

    private static int number(Map<String, String> asked, String field, int otherwise, int from, int to) {
        String text = asked.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
            throw new RefusedInput(field, Sentence.of("search.no-number", text, from, to));
        }
        return Integer.parseInt(text);
    }
}
