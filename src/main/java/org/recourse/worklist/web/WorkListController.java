package org.recourse.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.identifier.CaseNumber;
import org.recourse.worklist.Attention;
import org.recourse.worklist.Attention.Needed;
import org.recourse.worklist.WayOn;
import org.recourse.worklist.WayOn.Next;
import org.recourse.worklist.WorkList;
import org.recourse.worklist.WorkList.Card;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's cards show, and where a case goes on after a step is done. */
@RestController
@RequestMapping("/api/work")
class WorkListController {

    private final WorkList workList;
    private final WayOn wayOn;
    private final Attention attention;
    private final CaseAccess access;

    WorkListController(WorkList workList, WayOn wayOn, Attention attention, CaseAccess access) {
        this.workList = workList;
        this.wayOn = wayOn;
        this.attention = attention;
        this.access = access;
    }

    @Operation(summary = "What Tasklist's cards show of these steps")
    @GetMapping("/cards")
    Map<String, Card> cards(@RequestParam List<String> tasks) {
        return workList.cards(tasks);
    }

    /** Asked every other second by every browser. */
    @Operation(summary = "What needs the caller now")
    @GetMapping("/attention")
    Needed attention() {
        return attention.now();
    }

    @Operation(summary = "Where a case goes on after a step is done")
    @GetMapping("/next")
    Next next(@RequestParam("case") CaseNumber caseNumber) {
        access.demandSight(caseNumber);
        return wayOn.next(caseNumber);
    }
}
