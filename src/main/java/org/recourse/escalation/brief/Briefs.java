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
import java.util.stream.Collectors;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposals;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Looks at a brief with the eyes of whoever reads it next. */
@Component
public class Briefs {

    private static final Map<CaseField, Sentence> PARTS = parts();
    private static final List<CaseField> WRITTEN_BY_US = List.of(
            CaseField.TITLE,
            CaseField.FACTS,
            CaseField.EFFECT,
            CaseField.AGENT_VIEW,
            CaseField.RESTATEMENT,
            CaseField.REFUSAL_EXPLAINED,
            CaseField.NOT_TRIED_REASON);

    private final Proposals proposals;
    private final Speech speech;
    private final List<String> judgingWords;

    Briefs(Proposals proposals, Speech speech) {
        this.proposals = proposals;
        this.speech = speech;
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

    private static Map<CaseField, Sentence> parts() {
        Map<CaseField, Sentence> parts = new LinkedHashMap<>();
        parts.put(CaseField.TITLE, Sentence.of("brief.part.title"));
        parts.put(CaseField.STORY, Sentence.of("brief.part.story"));
        parts.put(CaseField.PRODUCT, Sentence.of("brief.part.product"));
        parts.put(CaseField.FACTS, Sentence.of("brief.part.facts"));
        parts.put(CaseField.EFFECT, Sentence.of("brief.part.effect"));
        parts.put(CaseField.DESIRED_OUTCOME, Sentence.of("brief.part.desired-outcome"));
        parts.put(CaseField.MOOD_START, Sentence.of("brief.part.mood-start"));
        parts.put(CaseField.MOOD_NOW, Sentence.of("brief.part.mood-end"));
        parts.put(CaseField.AGENT_VIEW, Sentence.of("brief.part.agent-view"));
        parts.put(CaseField.REFUSAL_EXPLAINED, Sentence.of("brief.part.refusal-explained"));
        return parts;
    }

    public Brief of(EscalationCase escalation) {
        List<Sentence> missing = new ArrayList<>();
        PARTS.forEach((field, part) -> {
            if (!escalation.has(field)) {
                missing.add(part);
            }
        });
        if (proposals.of(escalation.number()).isEmpty() && !escalation.has(CaseField.NOT_TRIED_REASON)) {
            missing.add(Sentence.of("brief.part.offers"));
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

    /** The parts in the language of the request, one after the other. */
    String told(List<Sentence> parts) {
        return parts.stream().map(speech::say).collect(Collectors.joining(", "));
    }

    /** For the head of a form; empty when nothing is to be said. */
    public String hint(EscalationCase escalation) {
        Brief brief = of(escalation);
        List<String> sentences = new ArrayList<>();
        if (!brief.isComplete()) {
            sentences.add(speech.say("brief.incomplete", brief.score(), told(brief.missing())));
        }
        if (!brief.judging().isEmpty()) {
            sentences.add(speech.say("brief.judging", String.join(", ", brief.judging())));
        }
        return String.join(" ", sentences);
    }
}
