package org.recourse.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.Team;
import org.recourse.spreadsheet.FileColumns;
import org.recourse.spreadsheet.FileRow;
import org.recourse.spreadsheet.FileRows;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a file row by row, each in a transaction of its own: a row that is refused stops nothing, what was taken stays,
 * and the memory needed does not depend on the file.
 */
@Component
class RowImport {

    private static final Logger LOG = LoggerFactory.getLogger(RowImport.class);
    private static final int PROGRESS_EVERY = 25;

    private final ImportRuns runs;
    private final TransactionOperations transaction;

    RowImport(ImportRuns runs, TransactionOperations transaction) {
        this.runs = runs;
        this.transaction = transaction;
    }

    /** What is done with one row. */
    interface Taking {
        /** @return whether something came of it; false when the row was known */
        boolean take(FileRow row, long run);
    }

    /** @throws RefusedInput when the columns of the file's first line are not those of its kind; nothing is imported then */
    RowTally run(
            ReceivedFile file,
            String kind,
            @Nullable Team team,
            FileColumns columns,
            ImportListener listener,
            Taking taking)
            throws IOException {
        try (FileRows rows = new FileRows(file, columns)) {
            long run = runs.begin(kind, team);
            RowTally tally = RowTally.NONE;
            try {
                listener.began(run);
                for (FileRow row = rows.next(); row != null; row = rows.next()) {
                    tally = take(row, run, tally, listener, taking);
                    if (tally.rows() % PROGRESS_EVERY == 0) {
                        runs.progress(run, tally);
                        listener.reached(tally);
                    }
                }
            } finally {
                runs.end(run, tally);
            }
            return tally;
        }
    }

    private RowTally take(FileRow row, long run, RowTally tally, ImportListener listener, Taking taking)
            throws IOException {
        try {
            if (row.fault() != null) {
                refuse(run, new RefusedRow(row.line(), row.fault()), listener);
                return tally.plusRefused(row.line());
            }
            return taken(row, run, taking) ? tally.plusOpened(row.line()) : tally.plusKnown(row.line());
        } catch (RefusedInput refused) {
            refuse(
                    run,
                    new RefusedRow(row.line(), Sentence.of("import.refused", refused.field(), refused.saying())),
                    listener);
        } catch (RuntimeException failed) {
            LOG.error("Import {}, line {}", run, row.line(), failed);
            refuse(run, new RefusedRow(row.line(), Sentence.of("import.failed")), listener);
        }
        return tally.plusRefused(row.line());
    }

    private boolean taken(FileRow row, long run, Taking taking) {
        try {
            return inTransaction(row, run, taking);
        } catch (DuplicateKeyException | ConcurrencyFailureException atTheSameMoment) {
            return inTransaction(row, run, taking);
        }
    }

    private boolean inTransaction(FileRow row, long run, Taking taking) {
        return Boolean.TRUE.equals(transaction.execute(status -> taking.take(row, run)));
    }

    private void refuse(long run, RefusedRow refusal, ImportListener listener) throws IOException {
        runs.refuse(run, refusal);
        listener.refused(refusal);
    }
}
