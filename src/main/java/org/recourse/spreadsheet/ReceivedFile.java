package org.recourse.spreadsheet;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;
import org.springframework.util.unit.DataSize;

/**
 * A file of text that somebody sent, put down on disk before its first row is read: what is too large, no text or neither
 * UTF-8 nor UTF-16 with its mark is refused as a whole and has changed nothing.
 */
public final class ReceivedFile implements Closeable {

    private static final int BLOCK = 64 * 1024;
    /** A sender that has not finished yet may miss the answer: so much beyond the limit is read and thrown away. */
    private static final int PATIENCE = 8;

    private final Path path;
    private final Charset charset;

    private ReceivedFile(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    /**
     * @throws FileTooLarge beyond {@code most}
     * @throws RefusedInput when it is empty, an archive, or in an encoding that it does not name
     */
    public static ReceivedFile of(InputStream body, DataSize most) throws IOException {
        Path path = Files.createTempFile("recourse-import-", ".csv");
        try {
            try (OutputStream copy = Files.newOutputStream(path)) {
                return new ReceivedFile(path, receive(body, copy, most));
            }
        } catch (IOException | RuntimeException refused) {
            Files.delete(path);
            throw refused;
        }
    }

    /** @return how the text is written */
    private static Charset receive(InputStream body, OutputStream copy, DataSize most) throws IOException {
        Encoded text = new Encoded(StandardCharsets.UTF_8);
        byte[] block = new byte[BLOCK];
        long length = 0;
        for (int read = body.readNBytes(block, 0, BLOCK); read > 0; read = body.readNBytes(block, 0, BLOCK)) {
            if (length == 0) {
                demandText(block, read);
                text = new Encoded(charset(block, read));
            }
            length += read;
            if (length > most.toBytes()) {
                throwAway(body, PATIENCE * most.toBytes(), block);
                throw new FileTooLarge(most);
            }
            text.check(block, read, false);
            copy.write(block, 0, read);
        }
        if (length == 0) {
            throw new RefusedInput("file", Sentence.of("import.file-empty"));
        }
        text.check(block, 0, true);
        return text.charset;
    }

    /** By its mark; a text without one is taken for UTF-8, in which every other encoding with umlauts fails. */
    private static Charset charset(byte[] block, int read) {
        if (read >= 2 && block[0] == (byte) 0xFF && block[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (read >= 2 && block[0] == (byte) 0xFE && block[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static void throwAway(InputStream body, long atMost, byte[] block) throws IOException {
        long left = atMost;
        for (int read = body.read(block); read > 0 && left > 0; read = body.read(block)) {
            left -= read;
        }
    }

    private static void demandText(byte[] block, int read) {
        if (read >= 4 && block[0] == 'P' && block[1] == 'K' && block[2] < ' ' && block[3] < ' ') {
            throw new RefusedInput("file", Sentence.of("import.archive"));
        }
        if (read >= 2 && (block[0] == 0 || block[1] == 0)) {
            throw new RefusedInput("file", Sentence.of("import.not-utf8", "1"));
        }
    }

    /** The text without its byte-order mark. */
    BufferedReader read() throws IOException {
        BufferedReader reader = Files.newBufferedReader(path, charset);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Follows the bytes as they come, and says in which line they cease to be written as they began. */
    private static final class Encoded {

        private final Charset charset;
        private final CharsetDecoder decoder;
        private final CharBuffer decoded = CharBuffer.allocate(BLOCK + 4);
        private final ByteBuffer waiting = ByteBuffer.allocate(BLOCK + 4);
        private long line = 1;

        Encoded(Charset charset) {
            this.charset = charset;
            this.decoder = charset.newDecoder();
        }

        void check(byte[] block, int read, boolean last) {
            waiting.put(block, 0, read).flip();
            CoderResult result = decoder.decode(waiting, decoded, last);
            decoded.flip();
            line += decoded.chars().filter(character -> character == '\n').count();
            decoded.clear();
            waiting.compact();
            if (result.isError()) {
                throw new RefusedInput("file", Sentence.of("import.not-utf8", String.valueOf(line)));
            }
        }
    }
}
