package org.recourse.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.recourse.identifier.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Contents of attachments in a directory. Names are made up here: what a sender calls a file never becomes a path. */
@Component
class AttachmentFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFiles.class);

    private final Optional<Path> directory;

    AttachmentFiles(@Value("${recourse.attachments.directory:}") String directory) {
        this.directory = directory.isBlank() ? Optional.empty() : Optional.of(Path.of(directory));
    }

    /** A new name below the directory; empty when there is none and contents belong into the database. */
    Optional<String> newName(CaseNumber caseNumber) {
        return directory.map(path -> caseNumber + "/" + UUID.randomUUID());
    }

    /** Writes the content; a transaction that is rolled back takes it away again. @return its length in bytes */
    long write(String name, InputStream content) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        delete(file);
                    }
                }
            });
        }
        return Files.copy(content, file);
    }

    void read(String name, OutputStream to) throws IOException {
        Files.copy(path(name), to);
    }

    private Path path(String name) {
        return directory
                .orElseThrow(() -> new IllegalStateException(
                        "attachment " + name + " is in a directory; set recourse.attachments.directory"))
                .resolve(name);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("{} belongs to no attachment and could not be deleted", file, stays);
        }
    }
}
