package org.recourse.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.recourse.record.EntryHappening;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds files to cases and gives them back. How large a file may be is decided where requests are received. */
@Service
public class Attachments {

    private static final int LONGEST_NAME = 200;

    private final AttachmentTypes types;
    private final AttachmentRows rows;
    private final AttachmentFiles files;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;

    Attachments(
            AttachmentTypes types,
            AttachmentRows rows,
            AttachmentFiles files,
            CaseLog log,
            CurrentUser user,
            Clock clock) {
        this.types = types;
        this.rows = rows;
        this.files = files;
        this.log = log;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param declared type that the sender names, if any
     * @throws RefusedInput naming {@code file} when it is empty, of a type that is not taken, or not what it says
     */
    @Transactional
    public Attachment add(
            CaseNumber caseNumber, @Nullable String sentName, @Nullable String declared, InputStreamSource content)
            throws IOException {
        String name = name(sentName);
        String type;
        demandContent(content);
        try (InputStream first = content.getInputStream()) {
            type = types.of(first, name, declared);
        }
        String file = files.newName(caseNumber).orElse(null);
        long id = rows.insert(caseNumber, name, type, file, user.id(), clock.instant());
        store(id, file, content);
        log.happened(Step.byRoute(caseNumber, "POST attachments"), new EntryHappening.Attached(new Words(name), type));
        return rows.find(caseNumber, id).orElseThrow();
    }

    private static void demandContent(InputStreamSource content) throws IOException {
        try (InputStream first = content.getInputStream()) {
            if (first.read() < 0) {
                throw new RefusedInput("file", Sentence.of("attachment.empty"));
            }
        }
    }

    private void store(long id, @Nullable String file, InputStreamSource content) throws IOException {
        MessageDigest digest = sha256();
        long size;
        try (InputStream again = new DigestInputStream(content.getInputStream(), digest)) {
            size = file == null ? rows.write(id, again) : files.write(file, again);
        }
        rows.measured(id, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** The oldest first. */
    public List<Attachment> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    public Optional<Attachment> find(CaseNumber caseNumber, long id) {
        return rows.find(caseNumber, id);
    }

    public void read(Attachment attachment, OutputStream to) throws IOException {
        String file = rows.file(attachment.id());
        if (file == null) {
            rows.read(attachment.id(), to);
        } else {
            files.read(file, to);
        }
    }

    /** The last part of what may be a path of another machine, in printable characters. */
    private static String name(@Nullable String sent) {
        String plain = sent == null
                ? ""
                : GivenText.readable(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1))
                        .replaceAll("\\p{C}", "")
                        .strip();
        String name = plain.isEmpty() ? "attachment" : plain;
        int begin = Math.max(name.length() - LONGEST_NAME, 0);
        return name.substring(Character.isLowSurrogate(name.charAt(begin)) ? begin + 1 : begin);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
