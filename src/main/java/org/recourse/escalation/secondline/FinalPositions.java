package org.recourse.escalation.secondline;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.recourse.text.Fallback;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a final position is written from (R14): a template in the customer's language, filled with what the case knows.
 * The manager edits it; what only the manager can say stands in brackets until it is said.
 */
@Component
class FinalPositions {

    private static final String OPEN_PLACE = "[…";

    private final Proposals proposals;
    private final CaseLanguages languages;
    private final Speech speech;
    private final Map<String, Template> templates = new HashMap<>();

    FinalPositions(Proposals proposals, CaseLanguages languages, Speech speech) {
        this.proposals = proposals;
        this.languages = languages;
        this.speech = speech;
        speech.bundles().languages().forEach(this::read);
    }

    private void read(String language) {
        ClassPathResource file = new ClassPathResource("final-position/" + language + ".txt");
        if (file.exists()) {
            templates.put(language, template(file));
        }
    }

    private static Template template(ClassPathResource file) {
        try {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .emptyStringIsFalse(true)
                    .compile(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String draft(EscalationCase escalation) {
        Locale language =
                Locale.forLanguageTag(Objects.requireNonNullElse(languages.of(escalation.number()), Fallback.TAG));
        List<Map<String, String>> offers = proposals.of(escalation.number()).stream()
                .filter(proposal -> !Proposal.TAKEN_BACK.equals(proposal.answer()))
                .map(proposal -> Map.of("what", what(proposal, language)))
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        for (CaseField field :
                List.of(CaseField.TITLE, CaseField.RESTATEMENT, CaseField.STORY, CaseField.DESIRED_OUTCOME)) {
            values.put(CaseView.key(field), escalation.textOr(field, ""));
        }
        values.put("offered", !offers.isEmpty());
        values.put("offers", offers);
        return template(language).execute(values).strip();
    }

    private Template template(Locale language) {
        boolean there = templates.containsKey(language.getLanguage());
        return Objects.requireNonNull(
                templates.get(Fallback.unless(there, language).getLanguage()));
    }

    private String what(Proposal proposal, Locale language) {
        return speech.say(proposal.said(), language);
    }

    /** @throws RefusedInput naming the place that nobody has filled in yet */
    static void demandFilledIn(String position) {
        int open = position.indexOf(OPEN_PLACE);
        if (open >= 0) {
            int end = position.indexOf(']', open);
            throw new RefusedInput(
                    "finalAnswer",
                    Sentence.of(
                            "secondline.place-to-fill-in",
                            position.substring(open, end < 0 ? position.length() : end + 1)));
        }
    }
}
