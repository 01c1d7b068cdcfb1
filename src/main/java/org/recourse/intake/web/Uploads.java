package org.recourse.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.intake.FileTooLarge;
import org.recourse.intake.ImportRun;
import org.recourse.intake.ReceivedFile;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/** Who may send files, and how large they may be. */
@Component
class Uploads {

    private final CurrentUser user;
    private final DataSize most;
    private final Speech speech;

    Uploads(CurrentUser user, @Value("${recourse.import-max-size:50MB}") DataSize most, Speech speech) {
        this.speech = speech;
        this.user = user;
        this.most = most;
    }

    void demandImporter() {
        if (Stream.of(Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION).noneMatch(user::hasRole)) {
            throw new AccessDeniedException(speech.say("import.for-roles"));
        }
    }

    /** Supervisors know of their team's imports and of their own: a report quotes what was wrong with a row. */
    boolean sees(ImportRun run) {
        return user.hasRole(Roles.MANAGER)
                || user.hasRole(Roles.INTEGRATION)
                || user.id().equals(run.startedBy())
                || run.team() != null && user.teams().contains(run.team());
    }

    ReceivedFile receive(HttpServletRequest request) throws IOException {
        demandImporter();
        demandUtf8(request);
        try {
            return ReceivedFile.of(request.getInputStream(), most);
        } catch (FileTooLarge tooLarge) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, speech.say(tooLarge.saying()), tooLarge);
        }
    }

    /** As the sender declares it: what the request's own accessor says was set by a filter of the server. */
    private static void demandUtf8(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)));
        Charset declared = type.getCharset();
        if (declared != null && !StandardCharsets.UTF_8.equals(declared)) {
            throw new RefusedInput("file", Sentence.of("import.said-not-utf8", declared.toString()));
        }
    }
}
