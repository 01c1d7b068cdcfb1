package org.recourse.escalation.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.Texts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Looks at a brief with the eyes of whoever reads it next. */
@Component
public class Briefs {

    private static final Map<CaseField, String> PARTS = parts();
    private static final List<CaseField> WRITTEN_BY_US = List.of(
            CaseField.TITLE,
            CaseField.FACTS,
            CaseField.EFFECT,
            CaseField.AGENT_VIEW,
            CaseField.RESTATEMENT,
            CaseField.REFUSAL_EXPLAINED,
            CaseField.NOT_TRIED_REASON);

    private final Proposals proposals;
    private final Texts texts;
    private final List<String> judgingWords;

    Briefs(Proposals proposals, Texts texts) {
        this.proposals = proposals;
        this.texts = texts;
        try {
            judgingWords = new ClassPathResource("brief/judging-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<CaseField, String> parts() {
        Map<CaseField, String> parts = new LinkedHashMap<>();
        parts.put(CaseField.TITLE, "title");
        parts.put(CaseField.STORY, "story in their words");
        parts.put(CaseField.PRODUCT, "product or order");
        parts.put(CaseField.FACTS, "facts");
        parts.put(CaseField.EFFECT, "what it does to them");
        parts.put(CaseField.DESIRED_OUTCOME, "what they want");
        parts.put(CaseField.MOOD_START, "mood at the start");
        parts.put(CaseField.MOOD_NOW, "mood at the end");
        parts.put(CaseField.AGENT_VIEW, "the agent's own view");
        parts.put(CaseField.REFUSAL_EXPLAINED, "how the refusal was explained");
        return parts;
    }

    public Brief of(EscalationCase escalation) {
        List<String> missing = new ArrayList<>();
        PARTS.forEach((field, part) -> {
            if (!escalation.has(field)) {
                missing.add(texts.say(part));
            }
        });
        if (proposals.of(escalation.number()).isEmpty() && !escalation.has(CaseField.NOT_TRIED_REASON)) {
            missing.add(texts.say("what was offered, or why nothing was"));
        }
        int parts = PARTS.size() + 1;
        return new Brief(100 * (parts - missing.size()) / parts, missing, judging(escalation));
    }

    private List<String> judging(EscalationCase escalation) {
        String written = String.join(
                        "\n",
                        WRITTEN_BY_US.stream()
                                .map(field -> escalation.textOr(field, ""))
                                .toList())
                .toLowerCase(Locale.ROOT);
        return judgingWords.stream()
                .filter(word -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(word))
                        .matcher(written)
                        .find())
                .distinct()
                .toList();
    }

    /** For the head of a form; empty when nothing is to be said. */
    public String hint(EscalationCase escalation) {
        Brief brief = of(escalation);
        List<String> sentences = new ArrayList<>();
        if (!brief.isComplete()) {
            sentences.add(texts.say(
                    "The brief is %d %% complete. Missing: %s.", brief.score(), String.join(", ", brief.missing())));
        }
        if (!brief.judging().isEmpty()) {
            sentences.add(texts.say(
                    "These words judge the person; say what was said or done instead: %s.",
                    String.join(", ", brief.judging())));
        }
        return String.join(" ", sentences);
    }
}
