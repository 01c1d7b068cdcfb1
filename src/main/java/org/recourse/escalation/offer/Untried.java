package org.recourse.escalation.offer;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.compensation.Authority;
import org.recourse.compensation.CompensationKind;
import org.recourse.compensation.Requester;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.PersonId;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/**
 * What nobody has offered yet: the kinds of money that the authority table allows and the articles that fit (R8). A
 * checklist to look at before a case goes higher; it stands in nobody's way.
 */
@Component
public class Untried {

    private final Proposals proposals;
    private final Suggestions suggestions;
    private final Authority authority;
    private final Requesters requesters;
    private final Speech speech;

    Untried(Proposals proposals, Suggestions suggestions, Authority authority, Requesters requesters, Speech speech) {
        this.proposals = proposals;
        this.suggestions = suggestions;
        this.authority = authority;
        this.requesters = requesters;
        this.speech = speech;
    }

    /** In a sentence for a form that says elsewhere what may be offered; empty when everything was tried. */
    public String told(EscalationCase escalation) {
        String left = left(escalation);
        return left.isEmpty() ? "" : speech.say("offer.untried", left);
    }

    /** With what may be offered. */
    public String toldWithLimits(EscalationCase escalation) {
        return told(escalation, requesters.of(escalation));
    }

    /** As the agent saw it who handed the case over. */
    public String toldToAgent(EscalationCase escalation) {
        PersonId agent = Objects.requireNonNullElse(escalation.person(CaseField.AGENT), PersonId.SYSTEM);
        return told(escalation, requesters.of(escalation, agent, 1));
    }

    private String told(EscalationCase escalation, Requester requester) {
        String left = left(escalation);
        return left.isEmpty() ? "" : speech.say("offer.untried-with-limits", left, authority.limits(requester));
    }

    private String left(EscalationCase escalation) {
        List<Proposal> offered = proposals.of(escalation.number());
        return Stream.concat(kinds(offered), articles(escalation, offered)).collect(Collectors.joining("; "));
    }

    private Stream<String> kinds(List<Proposal> offered) {
        Set<CompensationKind> left = EnumSet.allOf(CompensationKind.class);
        offered.forEach(proposal -> proposal.compensation().lines().forEach(line -> left.remove(line.kind())));
        return left.stream().map(kind -> speech.say(kind.said()));
    }

    private Stream<String> articles(EscalationCase escalation, List<Proposal> offered) {
        Set<String> solutions =
                offered.stream().map(proposal -> plain(proposal.solution())).collect(Collectors.toSet());
        return suggestions.rows(escalation.number()).stream()
                .filter(article -> solutions.stream()
                        .noneMatch(solution -> solution.contains(plain(String.valueOf(article.get("solution"))))))
                .map(article -> speech.say("offer.article", String.valueOf(article.get("title"))));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
