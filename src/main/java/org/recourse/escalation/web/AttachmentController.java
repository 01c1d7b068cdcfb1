package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.recourse.attachment.Attachment;
import org.recourse.attachment.Attachments;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.identifier.CaseNumber;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a case. They are always downloaded, never shown by the browser as part of Recourse. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/attachments")
class AttachmentController {

    private final Attachments attachments;
    private final CaseAccess access;

    AttachmentController(Attachments attachments, CaseAccess access) {
        this.attachments = attachments;
        this.access = access;
    }

    @Operation(summary = "Attach a file to a case")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment add(@PathVariable CaseNumber caseNumber, @RequestParam MultipartFile file) throws IOException {
        access.demandWork(caseNumber);
        return attachments.add(caseNumber, file.getOriginalFilename(), file.getContentType(), file);
    }

    @Operation(summary = "List the files of a case")
    @GetMapping
    List<Attachment> list(@PathVariable CaseNumber caseNumber) {
        access.demandRead(caseNumber);
        return attachments.of(caseNumber);
    }

    @Operation(summary = "Download a file of a case")
    @GetMapping("/{id}")
    void download(@PathVariable CaseNumber caseNumber, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        access.demandRead(caseNumber);
        Attachment attachment =
                attachments.find(caseNumber, id).orElseThrow(() -> new NoSuchAttachment(caseNumber, id));
        response.setContentType(attachment.type());
        response.setContentLengthLong(attachment.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(attachment.name(), charset(attachment.name()))
                        .build()
                        .toString());
        attachments.read(attachment, response.getOutputStream());
    }

    private static Charset charset(String name) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? StandardCharsets.US_ASCII
                : StandardCharsets.UTF_8;
    }
}
