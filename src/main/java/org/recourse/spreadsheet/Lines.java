package org.recourse.spreadsheet;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file with their numbers. Lines that were taken too many can be put back. */
final class Lines implements Closeable {

    /** A line is cut here: a file without line ends does not fill the memory. */
    static final int LONGEST = 200_000;

    record Line(long number, String text) {}

    private final BufferedReader reader;
    private final Deque<Line> back = new ArrayDeque<>();
    private long number;

    Lines(BufferedReader reader) {
        this.reader = reader;
    }

    @Nullable
    Line next() throws IOException {
        return back.isEmpty() ? read() : back.removeFirst();
    }

    void putBack(List<Line> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            back.addFirst(lines.get(at));
        }
    }

    private @Nullable Line read() throws IOException {
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        while (character >= 0 && character != '\n' && character != '\r') {
            if (text.length() <= LONGEST) {
                text.append((char) character);
            }
            character = reader.read();
        }
        if (character == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return new Line(++number, text.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
