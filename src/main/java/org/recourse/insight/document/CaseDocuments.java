package org.recourse.insight.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.recourse.insight.explanation.Words;
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
    private final Clock clock;

    CaseDocuments(
            CaseFiles files,
            CaseTimelines timelines,
            Attachments attachments,
            Explanations explanations,
            ObjectMapper json,
            Times times,
            Clock clock) {
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
        Words words = explanations.words(language);
        CaseFile.Outcome outcome = file.outcome();
        String footer =
                words.say("pdf.footer", file.caseNumber(), words.time(clock.instant()), String.valueOf(times.house()));
        try (PdfText pdf = new PdfText(file.caseNumber(), footer, language)) {
            pdf.write("%s: %s".formatted(file.caseNumber(), file.brief().getOrDefault("title", "")), TITLE, 0);
            pdf.write(
                    words.say(
                            "pdf.dates",
                            words.time(file.receivedOn() == null ? file.openedAt() : file.receivedOn()),
                            words.time(file.openedAt()),
                            words.time(file.settledAt()),
                            words.time(file.closedAt())),
                    TEXT,
                    6);
            pdf.write(
                    words.say(
                            "pdf.outcome",
                            outcome.settlement() == null ? "–" : words.term("outcome", outcome.settlement()),
                            outcome.finding() == null
                                    ? words.say("pdf.finding.none")
                                    : words.term("finding", outcome.finding())),
                    TEXT,
                    2);
            pdf.write(
                    words.say(
                            "pdf.redress",
                            listed(outcome.redressOffered()),
                            listed(outcome.redressAccepted()),
                            listed(outcome.redressPaid())),
                    TEXT,
                    2);
            pdf.write(words.say("pdf.story"), HEADING, 12);
            pdf.write(String.valueOf(file.brief().getOrDefault("story", "")), TEXT, 2);
            pdf.write(words.say("pdf.reasons"), HEADING, 12);
            for (Reason reason : file.reasons()) {
                pdf.write(reason.sentence(), TEXT, 4);
                for (Evidence evidence : reason.evidence()) {
                    pdf.write("%s: %s".formatted(words.term("evidence", evidence.kind()), evidence.what()), SMALL, 0);
                }
            }
            return pdf.bytes();
        }
    }

    private static String listed(List<String> amounts) {
        return amounts.isEmpty() ? "–" : String.join("; ", amounts);
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
                put(zip, "messages/%03d-%s.txt".formatted(number, message.kind()), """
                        Written: %s (%s)
                        Sent: %s
                        By: %s, %s
                        Subject: %s

                        %s
                        """.formatted(
                                times.told(message.writtenAt()),
                                times.house(),
                                message.sentAt() == null ? "–" : times.told(message.sentAt()),
                                message.channel(),
                                message.state(),
                                message.subject(),
                                message.body())
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (Attachment attachment : file.attachments()) {
                zip.putNextEntry(new ZipEntry("attachments/%d-%s"
                        .formatted(attachment.id(), attachment.name().replaceAll("[\\\\/:\\p{Cntrl}]", "_"))));
                attachments.read(attachment, zip);
                zip.closeEntry();
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
