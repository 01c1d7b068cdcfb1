package org.recourse.insight.document;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.HeaderFooter;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;

/** Writes paragraphs on A4 pages, in a font that knows Latin, Greek and Cyrillic letters and is part of the file. */
final class PdfText implements AutoCloseable {

    /** Liberation Sans, which OpenPDF brings along. */
    private static final String FONT = "font-fallback/LiberationSans-Regular.ttf";

    private static final float MARGIN = 56;
    private static final float BELOW_FOOTER = 28;
    private static final float FOOTER = 8;
    private static final float SPACING = 1.4f;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, BELOW_FOOTER);
    private final BaseFont letters = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);

    /** The footer stands on each page, followed by the page's number. */
    PdfText(String title, String footer, Locale language) throws IOException {
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(title);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.toLanguageTag()));
        HeaderFooter numbered = new HeaderFooter(new Phrase(printable(footer) + " – ", font(FOOTER)), true);
        numbered.setBorder(Rectangle.NO_BORDER);
        numbered.setPadding(FOOTER);
        document.setFooter(numbered);
        document.open();
    }

    /** Line breaks in the text stay. */
    void write(String text, float size, float above) {
        Paragraph paragraph = new Paragraph(size * SPACING, printable(text), font(size));
        paragraph.setSpacingBefore(above);
        document.add(paragraph);
    }

    byte[] bytes() {
        document.close();
        return bytes.toByteArray();
    }

    private Font font(float size) {
        return new Font(letters, size);
    }

    /** A sign that the font has not becomes a question mark: OpenPDF would leave it out, and nobody would see that. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\R", "\n")
                .replace('\t', ' ')
                .codePoints()
                .forEach(sign -> printable.appendCodePoint(isKnown(sign) ? sign : '?'));
        return printable.toString();
    }

    private boolean isKnown(int sign) {
        return sign == '\n' || letters.charExists(sign);
    }

    @Override
    public void close() {
        document.close();
    }
}
