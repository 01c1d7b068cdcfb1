package org.recourse.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of attachments and, where no directory is configured, of their contents. */
@Repository
class AttachmentRows {

    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(CaseNumber caseNumber, String name, String type, @Nullable String file, PersonId by, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into attachment (case_number, name, type, size, sha256, file, added_by, added_at)
                        values (?, ?, ?, 0, '', ?, ?, ?)""").params(caseNumber, name, type, file, by, at).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void measured(long id, long size, String sha256) {
        jdbc.sql("update attachment set size = ?, sha256 = ? where id = ?")
                .params(size, sha256, id)
                .update();
    }

    /** @return length in bytes */
    long write(long id, InputStream content) throws IOException {
        int number = 0;
        long length = 0;
        for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            jdbc.sql("insert into attachment_part (attachment_id, number, content) values (?, ?, ?)")
                    .params(id, number++, part)
                    .update();
            length += part.length;
        }
        return length;
    }

    void read(long id, OutputStream to) throws IOException {
        int number = 0;
        while (readPart(id, number, to)) {
            number++;
        }
    }

    private boolean readPart(long id, int number, OutputStream to) throws IOException {
        Optional<byte[]> part = jdbc.sql("select content from attachment_part where attachment_id = ? and number = ?")
                .params(id, number)
                .query((row, n) -> row.getBytes("content"))
                .optional();
        if (part.isPresent()) {
            to.write(part.get());
        }
        return part.isPresent();
    }

    List<Attachment> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from attachment where case_number = ? order by id")
                .param(caseNumber)
                .query(Attachment.class)
                .list();
    }

    Optional<Attachment> find(CaseNumber caseNumber, long id) {
        return jdbc.sql("select * from attachment where case_number = ? and id = ?")
                .params(caseNumber, id)
                .query(Attachment.class)
                .optional();
    }

    @Nullable
    String file(long id) {
        return jdbc.sql("select file from attachment where id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString("file")))
                .single()
                .orElse(null);
    }
}
