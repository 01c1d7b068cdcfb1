package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.firstline.Conduct;
import org.recourse.escalation.firstline.Conduct.Warning;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an agent can do at any moment of a call, beside the form that is open. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
class ConductController {

    private final CaseAccess access;
    private final Conduct conduct;
    private final Speech speech;

    ConductController(CaseAccess access, Conduct conduct, Speech speech) {
        this.access = access;
        this.conduct = conduct;
        this.speech = speech;
    }

    @Operation(
            summary = "Record that the customer was abusive",
            description = "Answers the words to say, in the language of the request.")
    @PostMapping("/conduct")
    ToldWarning abused(@PathVariable CaseNumber caseNumber) {
        Warning warning = conduct.abused(access.demandWork(caseNumber).number());
        return new ToldWarning(
                warning.number(), speech.say(warning.heading()), speech.say(warning.say()), warning.end());
    }

    /** @param end whether the call ends with these words */
    record ToldWarning(int number, String heading, String say, boolean end) {}

    @Operation(
            summary = "Record that the agent was offered a pause after abuse or a threat",
            description = "Key of the body: taken, true or false.")
    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        conduct.pauseOffered(access.demandWork(caseNumber).number(), Boolean.TRUE.equals(body.get("taken")));
    }

    @Operation(summary = "Tell the safety contact that a life is in danger")
    @PostMapping("/danger")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void danger(@PathVariable CaseNumber caseNumber) {
        conduct.danger(access.demandWork(caseNumber).number());
    }

    @Operation(summary = "Call the customer back instead of transferring the call")
    @PostMapping("/callback-instead")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBackInstead(@PathVariable CaseNumber caseNumber) {
        conduct.callBackInstead(access.demandWork(caseNumber).number());
    }
}
