package org.recourse.intake;

/** The rows of an import so far; opened, known and refused add up to the rows read. */
public record RowTally(long line, long opened, long known, long refused) {

    static final RowTally NONE = new RowTally(0, 0, 0, 0);

    RowTally plusOpened(long atLine) {
        return new RowTally(atLine, opened + 1, known, refused);
    }

    RowTally plusKnown(long atLine) {
        return new RowTally(atLine, opened, known + 1, refused);
    }

    RowTally plusRefused(long atLine) {
        return new RowTally(atLine, opened, known, refused + 1);
    }

    long rows() {
        return opened + known + refused;
    }
}
