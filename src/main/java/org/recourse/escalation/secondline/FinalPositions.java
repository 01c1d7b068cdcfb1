package org.recourse.escalation.secondline;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.recourse.escalation.brief.CaseView;
import org.recourse.escalation.letter.CaseLanguages;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.RefusedInput;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a final position is written from (R14): a template in the customer's language, filled with what the case knows.
 * The manager edits it; what only the manager can say stands in brackets until it is said.
 */
@Component
class FinalPositions {

    private static final String OPEN_PLACE = "[…";
    private static final String FALLBACK = "en";

    private final Proposals proposals;
    private final CaseLanguages languages;
    private final Map<String, Template> templates;

    FinalPositions(Proposals proposals, CaseLanguages languages) {
        this.proposals = proposals;
        this.languages = languages;
        this.templates = Map.of(FALLBACK, template(FALLBACK), "de", template("de"));
    }

    private static Template template(String language) {
        try {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("final-position/" + language + ".txt")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String draft(EscalationCase escalation) {
        String language = Objects.requireNonNullElse(languages.of(escalation.number()), FALLBACK);
        List<Map<String, String>> offers = proposals.of(escalation.number()).stream()
                .filter(proposal -> !Proposal.TAKEN_BACK.equals(proposal.answer()))
                .map(proposal -> Map.of("what", what(proposal, Locale.forLanguageTag(language))))
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        for (CaseField field :
                List.of(CaseField.TITLE, CaseField.RESTATEMENT, CaseField.STORY, CaseField.DESIRED_OUTCOME)) {
            values.put(CaseView.key(field), escalation.textOr(field, ""));
        }
        values.put("offered", !offers.isEmpty());
        values.put("offers", offers);
        return Objects.requireNonNull(templates.getOrDefault(language, templates.get(FALLBACK)))
                .execute(values)
                .strip();
    }

    private static String what(Proposal proposal, Locale language) {
        String money = proposal.compensation().words(language);
        return money.isEmpty() ? proposal.solution() : "%s (%s)".formatted(proposal.solution(), money);
    }

    /** @throws RefusedInput naming the place that nobody has filled in yet */
    static void demandFilledIn(String position) {
        int open = position.indexOf(OPEN_PLACE);
        if (open >= 0) {
            int end = position.indexOf(']', open);
            throw new RefusedInput(
                    "finalAnswer",
                    "still has a place to fill in: %s."
                            .formatted(position.substring(open, end < 0 ? position.length() : end + 1)));
        }
    }
}
