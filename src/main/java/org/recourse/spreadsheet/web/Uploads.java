package org.recourse.spreadsheet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.recourse.form.RefusedInput;
import org.recourse.spreadsheet.FileTooLarge;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/** Receives the files of all imports, and says how large they may be. */
@Component
public class Uploads {

    private static final Set<Charset> READ = Set.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final DataSize most;
    private final Speech speech;

    Uploads(@Value("${recourse.import-max-size:50MB}") DataSize most, Speech speech) {
        this.most = most;
        this.speech = speech;
    }

    /** @throws RefusedInput naming {@code file}; a file that is too large is answered with 413 */
    public ReceivedFile receive(HttpServletRequest request) throws IOException {
        demandEncoding(request);
        try {
            return ReceivedFile.of(request.getInputStream(), most);
        } catch (FileTooLarge tooLarge) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, speech.say(tooLarge.saying()), tooLarge);
        }
    }

    /** As the sender declares it: what the request's own accessor says was set by a filter of the server. */
    private static void demandEncoding(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)));
        Charset declared = type.getCharset();
        if (declared != null && !READ.contains(declared)) {
            throw new RefusedInput("file", Sentence.of("import.said-not-utf8", declared.toString()));
        }
    }
}
