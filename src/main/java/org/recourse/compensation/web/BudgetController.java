package org.recourse.compensation.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.ledger.Budget;
import org.recourse.compensation.ledger.BudgetEntries;
import org.recourse.compensation.ledger.BudgetEntries.Asked;
import org.recourse.compensation.ledger.BudgetEntries.Behind;
import org.recourse.compensation.ledger.BudgetEntries.EntryLine;
import org.recourse.compensation.ledger.BudgetFigure;
import org.recourse.compensation.ledger.BudgetFigures;
import org.recourse.compensation.ledger.BudgetFigures.CauseFigures;
import org.recourse.compensation.ledger.BudgetFigures.TeamFigures;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.LedgerCheck;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.Team;
import org.recourse.spreadsheet.CsvText;
import org.recourse.spreadsheet.SpreadsheetFormat;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Budgets for managers and auditors: figures of a {@code month} (default: this one), the entries behind each {@code figure}
 * (of a {@code team}, of a {@code cause}) as JSON or {@code text/csv}, the self-check, and another amount for a team's month.
 */
@RestController
@RequestMapping("/api/budgets")
class BudgetController {

    private static final int REASON = 1000;
    private static final int SHOWN = 200;
    private static final List<String> HEADER = List.of(
            "at",
            "team",
            "kind",
            "account",
            "amount",
            "currency",
            "caseNumber",
            "customerNumber",
            "compensationKind",
            "cause",
            "who",
            "reason");

    private final Budgets budgets;
    private final BudgetFigures figures;
    private final BudgetEntries entries;
    private final LedgerCheck check;
    private final MoneyAccess access;
    private final Times times;
    private final Speech speech;

    BudgetController(
            Budgets budgets,
            BudgetFigures figures,
            BudgetEntries entries,
            LedgerCheck check,
            MoneyAccess access,
            Times times,
            Speech speech) {
        this.budgets = budgets;
        this.figures = figures;
        this.entries = entries;
        this.check = check;
        this.access = access;
        this.times = times;
        this.speech = speech;
    }

    /**
     * What the page shows of one month.
     *
     * @param names what the teams are called, by id
     */
    record Figures(YearMonth month, List<TeamFigures> teams, List<CauseFigures> causes, Map<String, String> names) {}

    /** Whether the caller may see the figures, and change something. */
    record Permission(boolean read, boolean change) {}

    @Operation(summary = "What the caller may do with budgets")
    @GetMapping("/permission")
    Permission permission() {
        return new Permission(access.allows("manager", "auditor"), access.allows("manager"));
    }

    @Operation(summary = "Budgets of a month")
    @GetMapping
    Figures of(@RequestParam(required = false) @Nullable String month) {
        access.demand("manager", "auditor");
        YearMonth asked = month(month);
        List<TeamFigures> teams = figures.of(asked);
        Map<String, String> names = new TreeMap<>();
        teams.forEach(
                each -> names.put(each.team().value(), speech.name(each.team().value())));
        return new Figures(asked, teams, figures.byCause(asked), names);
    }

    @Operation(summary = "Entries of the ledger behind a figure of a budget")
    @GetMapping(path = "/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    Behind behind(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String cause) {
        access.demand("manager", "auditor");
        return entries.behind(asked(month, team, figure, cause), SHOWN);
    }

    @Operation(summary = "Entries of the ledger behind a figure of a budget")
    @GetMapping(path = "/entries", produces = "text/csv")
    void csv(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(name = "for", required = false) @Nullable String program,
            HttpServletResponse response)
            throws IOException {
        access.demand("manager", "auditor");
        Asked asked = asked(month, team, figure, cause);
        SpreadsheetFormat format = SpreadsheetFormat.of(program);
        response.setContentType("text/csv;charset=UTF-8");
        try (Stream<EntryLine> lines = entries.all(asked)) {
            CsvText.write(response.getWriter(), format, HEADER, lines.map(this::cells)::iterator);
        }
    }

    private List<@Nullable Object> cells(EntryLine line) {
        return Arrays.asList(
                line.at(),
                line.team(),
                line.kind(),
                line.account(),
                line.amount(),
                line.currency(),
                line.caseNumber(),
                line.customerNumber(),
                line.compensationKind(),
                line.cause(),
                line.who(),
                line.reason() == null ? null : speech.say(line.reason()));
    }

    private Asked asked(
            @Nullable String month, @Nullable String team, @Nullable String figure, @Nullable String cause) {
        return new Asked(
                month(month),
                team == null || team.isBlank() ? null : Team.of(team.strip()),
                figure(figure),
                blankIsNull(cause));
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable BudgetFigure figure(@Nullable String figure) {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("figure", blankIsNull(figure));
        return new Answers(given, () -> ZoneOffset.UTC).choice("figure", BudgetFigure.class);
    }

    @Operation(summary = "What the self-check of the ledger found")
    @GetMapping("/check")
    Map<String, List<Sentence>> check() {
        access.demand("manager", "auditor", "operator");
        return Map.of("findings", check.check());
    }

    @Operation(summary = "Give a team another budget for a month", description = "Keys of the body: amount, reason.")
    @PutMapping("/{team}/{month}")
    Budget resize(
            @PathVariable Team team, @PathVariable String month, @RequestBody Map<String, @Nullable Object> body) {
        access.demand("manager");
        Answers given = new Answers(new HashMap<>(body), times::house).only("amount", "reason");
        BigDecimal amount = given.amount("amount");
        if (amount == null) {
            throw new RefusedInput("amount", Sentence.of("budget.amount-missing"));
        }
        return budgets.resize(
                team, month(month), amount, given.required("reason", REASON, Sentence.of("budget.reason-missing")));
    }

    private YearMonth month(@Nullable String month) {
        try {
            return month == null || month.isBlank() ? budgets.month() : YearMonth.parse(month);
        } catch (DateTimeParseException malformed) {
            throw new RefusedInput("month", Sentence.of("budget.not-a-month", String.valueOf(month)));
        }
    }
}
