package org.recourse.insight.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes lines of text on A4 pages, in a font that knows Latin, Greek and Cyrillic letters and is part of the file. */
final class PdfText implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float SPACING = 1.4f;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final String footer;
    private PDPageContentStream page;
    private float y;
    private int pages;

    PdfText(String title, String footer) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(document, file);
        }
        this.footer = footer;
        document.getDocumentInformation().setTitle(title);
        this.page = newPage();
    }

    /** Wraps the text to the page's width; line breaks stay. */
    void write(String text, float size, float above) throws IOException {
        y -= above;
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                for (String piece : pieces(printable(word), size)) {
                    String longer = line.isEmpty() ? piece : line + " " + piece;
                    if (width(longer, size) > WIDTH) {
                        print(line.toString(), size);
                        line = new StringBuilder(piece);
                    } else {
                        line = new StringBuilder(longer);
                    }
                }
            }
            print(line.toString(), size);
        }
    }

    byte[] bytes() throws IOException {
        page.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void print(String line, float size) throws IOException {
        if (y - size * SPACING < MARGIN) {
            page.close();
            page = newPage();
        }
        y -= size * SPACING;
        show(line, size, y);
    }

    private void show(String line, float size, float height) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN, height);
        page.showText(line);
        page.endText();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        y = PDRectangle.A4.getHeight() - MARGIN;
        pages++;
        show(printable("%s – %d".formatted(footer, pages)), 8, MARGIN / 2);
        return page;
    }

    /** A word that is wider than the page is cut. */
    private Iterable<String> pieces(String word, float size) throws IOException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            if (width(piece.toString() + word.charAt(at), size) > WIDTH) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(word.charAt(at));
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** What the font has no sign for becomes a question mark. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(sign -> printable.appendCodePoint(isKnown(sign) ? sign : '?'));
        return printable.toString();
    }

    private boolean isKnown(int sign) {
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
