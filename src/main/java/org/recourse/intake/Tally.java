package org.recourse.intake;

/** The rows of an import so far; opened, known and refused add up to the rows read. */
public record Tally(long line, long opened, long known, long refused) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plusOpened(long atLine) {
        return new Tally(atLine, opened + 1, known, refused);
    }

    Tally plusKnown(long atLine) {
        return new Tally(atLine, opened, known + 1, refused);
    }

    Tally plusRefused(long atLine) {
        return new Tally(atLine, opened, known, refused + 1);
    }

    long rows() {
        return opened + known + refused;
    }
}
