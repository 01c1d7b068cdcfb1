package org.recourse.intake;

import java.io.IOException;

/** Is told how an import goes while it goes. */
public interface ImportListener {

    /** The file was accepted. */
    void began(long run) throws IOException;

    void refused(RefusedRow refusal) throws IOException;

    /** Some more rows were read. */
    void reached(RowTally tally) throws IOException;
}
