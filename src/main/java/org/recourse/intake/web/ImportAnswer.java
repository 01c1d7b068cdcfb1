package org.recourse.intake.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.recourse.intake.ImportListener;
import org.recourse.intake.RefusedRow;
import org.recourse.intake.RowTally;
import org.recourse.text.Speech;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes the answer while the import goes: refused rows as they are met, the figures at the end. Nothing is collected in
 * memory, and the white space between keeps a long import's connection alive.
 */
final class ImportAnswer implements ImportListener {

    private final HttpServletResponse response;
    private final JsonGenerator json;
    private final Speech speech;

    ImportAnswer(HttpServletResponse response, Speech speech) throws IOException {
        this.speech = speech;
        this.response = response;
        this.json = new JsonFactory().createGenerator(response.getOutputStream());
    }

    @Override
    public void began(long run) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.LOCATION, "/api/imports/" + run);
        json.writeStartObject();
        json.writeNumberField("id", run);
        json.writeArrayFieldStart("refused");
        json.flush();
    }

    @Override
    public void refused(RefusedRow refusal) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", refusal.line());
        json.writeStringField("reason", speech.say(refusal.reason()));
        json.writeEndObject();
    }

    @Override
    public void reached(RowTally tally) throws IOException {
        json.writeRaw('\n');
        json.flush();
    }

    /** @param taken name of the figure that counts the rows something came of */
    void ended(RowTally tally, String taken) throws IOException {
        json.writeEndArray();
        json.writeNumberField(taken, tally.opened());
        json.writeNumberField("known", tally.known());
        json.writeEndObject();
        json.flush();
    }
}
