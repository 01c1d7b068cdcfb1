package org.recourse.insight.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.recourse.attachment.Attachment;
import org.recourse.attachment.Attachments;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Times;
import org.recourse.insight.casefile.CaseFile;
import org.recourse.insight.casefile.CaseFiles;
import org.recourse.insight.casefile.CaseTimelines;
import org.recourse.insight.explanation.Evidence;
import org.recourse.insight.explanation.Explanations;
import org.recourse.insight.explanation.Reason;
import org.recourse.insight.explanation.Wording;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** A case as documents to hand out: its explanation for a dispute body, and everything in one bundle. */
@Component
public class CaseDocuments {

    private static final float TITLE = 16;
    private static final float HEADING = 12;
    private static final float TEXT = 10;
    private static final float SMALL = 8;

    private final CaseFiles files;
    private final CaseTimelines timelines;
    private final Attachments attachments;
    private final Explanations explanations;
    private final ObjectMapper json;
    private final Times times;
    private final Speech speech;
    private final Clock clock;

    CaseDocuments(
            CaseFiles files,
            CaseTimelines timelines,
            Attachments attachments,
            Explanations explanations,
            ObjectMapper json,
            Times times,
            Speech speech,
            Clock clock) {
        this.speech = speech;
        this.files = files;
        this.timelines = timelines;
        this.attachments = attachments;
        this.explanations = explanations;
        this.json = json;
        this.times = times;
        this.clock = clock;
    }

    /** In English or German. */
    public byte[] explanation(EscalationCase escalation, Locale language) throws IOException {
        return explanation(files.of(escalation, language), language);
    }

    private byte[] explanation(CaseFile file, Locale language) throws IOException {
        Wording words = explanations.words(language);
        CaseFile.Outcome outcome = file.outcome();
        String footer = speech.say(
                Sentence.of(
                        "document.footer",
                        file.caseNumber(),
                        clock.instant(),
                        times.house().getId()),
                language);
        try (PdfText pdf = new PdfText(file.caseNumber().value(), footer, language)) {
            pdf.write("%s: %s".formatted(file.caseNumber(), file.brief().getOrDefault("title", "")), TITLE, 0);
            pdf.write(
                    speech.say(
                            Sentence.of(
                                    "document.dates",
                                    file.receivedOn() == null ? file.openedAt() : file.receivedOn(),
                                    file.openedAt(),
                                    orNone(file.settledAt()),
                                    orNone(file.closedAt())),
                            language),
                    TEXT,
                    6);
            pdf.write(
                    speech.say(
                            Sentence.of(
                                    "document.outcome",
                                    outcome.settlement() == null
                                            ? Sentence.of("document.none")
                                            : words.term("outcome", outcome.settlement()),
                                    outcome.finding() == null
                                            ? Sentence.of("document.no-finding")
                                            : words.term("finding", outcome.finding())),
                            language),
                    TEXT,
                    2);
            pdf.write(
                    speech.say(
                            Sentence.of(
                                    "document.redress",
                                    listed(outcome.redressOffered()),
                                    listed(outcome.redressAccepted()),
                                    listed(outcome.redressPaid())),
                            language),
                    TEXT,
                    2);
            pdf.write(speech.say(Sentence.of("document.story"), language), HEADING, 12);
            pdf.write(String.valueOf(file.brief().getOrDefault("story", "")), TEXT, 2);
            pdf.write(speech.say(Sentence.of("document.reasons"), language), HEADING, 12);
            for (Reason reason : file.reasons()) {
                pdf.write(reason.sentence(), TEXT, 4);
                for (Evidence evidence : reason.evidence()) {
                    pdf.write("%s: %s".formatted(words.term("evidence", evidence.kind()), evidence.what()), SMALL, 0);
                }
            }
            return pdf.bytes();
        }
    }

    private static Object listed(List<String> amounts) {
        return amounts.isEmpty() ? Sentence.of("document.none") : String.join("; ", amounts);
    }

    private static Object orNone(@Nullable Instant at) {
        return at == null ? Sentence.of("document.none") : at;
    }

    /** {@code case.json, timeline.json, explanation.pdf, messages/…, attachments/…}. */
    public void bundle(EscalationCase escalation, Locale language, boolean withHistory, OutputStream to)
            throws IOException {
        CaseFile file = files.of(escalation, language);
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            put(zip, "case.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
            put(
                    zip,
                    "timeline.json",
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(timelines.of(escalation, withHistory, language)));
            put(zip, "explanation.pdf", explanation(file, language));
            int number = 0;
            for (CaseFile.SentMessage message : file.messages()) {
                number++;
                put(
                        zip,
                        "messages/%03d-%s.txt".formatted(number, message.kind()),
                        told(message, language).getBytes(StandardCharsets.UTF_8));
            }
            for (Attachment attachment : file.attachments()) {
                zip.putNextEntry(new ZipEntry("attachments/%d-%s"
                        .formatted(attachment.id(), attachment.name().replaceAll("[\\\\/:\\p{Cntrl}]", "_"))));
                attachments.read(attachment, zip);
                zip.closeEntry();
            }
        }
    }

    private String told(CaseFile.SentMessage message, Locale language) {
        return speech.say(
                Sentence.of(
                        "document.message",
                        message.writtenAt(),
                        times.house().getId(),
                        orNone(message.sentAt()),
                        message.channel(),
                        message.state(),
                        message.subject(),
                        message.body()),
                language);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
