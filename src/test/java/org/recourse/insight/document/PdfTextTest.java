package org.recourse.insight.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each PDF is read back with another library than wrote it. */
@Tag("B2")
class PdfTextTest {

    private static final String FOOTER = "Recourse, ESC-7 – ";

    @Test
    void names_and_signs_of_europe_are_whole() throws IOException {
        String text = "Łukasz Żółw, Şahin, Жанна, Ελένη, Ångström, Müller-Groß: „5,00 €“ – “it’s” … %";
        assertThat(body(written(text, Locale.GERMAN))).containsExactly(text);
    }

    @Test
    void letters_written_as_two_signs_become_one() throws IOException {
        assertThat(body(written("Mu\u0308ller", Locale.GERMAN))).containsExactly("Müller");
    }

    /** They must not vanish without a trace. */
    @Test
    void a_sign_that_the_font_has_not_is_a_question_mark() throws IOException {
        assertThat(body(written("angry \uD83D\uDE21 王!", Locale.ENGLISH))).containsExactly("angry ? ?!");
    }

    @Test
    void line_breaks_stay() throws IOException {
        assertThat(body(written("first\r\nsecond\n\nthird\tword", Locale.ENGLISH)))
                .containsExactly("first", "second", "third word");
    }

    @Test
    void a_story_of_20_000_characters_is_whole_on_numbered_pages() throws IOException {
        String story =
                IntStream.range(0, 20_000 / 8).mapToObj("word%04d"::formatted).collect(Collectors.joining(" "));
        byte[] pdf = written(story, Locale.ENGLISH);

        int pages = pages(pdf);
        assertThat(pages).isGreaterThan(3);
        assertThat(lines(pdf).stream().filter(line -> line.startsWith(FOOTER)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> FOOTER + page)
                        .toList());
        assertThat(String.join(" ", body(pdf))).isEqualTo(story);
    }

    @Test
    void a_word_wider_than_the_page_is_cut_and_whole() throws IOException {
        String word = IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining());
        assertThat(String.join("", body(written(word + " after", Locale.ENGLISH))))
                .isEqualTo(word + " after");
    }

    @Test
    void nothing_stands_outside_the_margins_or_on_the_footer() throws IOException {
        List<String> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(written("Wort ".repeat(3_000) + "W".repeat(500), Locale.GERMAN))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition sign) {
                    float left = sign.getXDirAdj();
                    float right = sign.getPageWidth() - left - sign.getWidthDirAdj();
                    float below = sign.getPageHeight() - sign.getYDirAdj();
                    boolean inFooter = sign.getFontSizeInPt() < 9;
                    if (!sign.getUnicode().isBlank()
                            && (left < 55 || right < 55 || inFooter != below < 45 || below < 20)) {
                        outside.add("%s at %.0f, %.0f".formatted(sign, left, below));
                    }
                }
            }.getText(document);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void title_and_language_are_told() throws IOException {
        try (PDDocument document = Loader.loadPDF(written("Text", Locale.GERMAN))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ESC-7");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    private static byte[] written(String text, Locale language) throws IOException {
        try (PdfText pdf = new PdfText("ESC-7", "Recourse, ESC-7", language)) {
            pdf.write(text, 10, 0);
            return pdf.bytes();
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static List<String> lines(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static List<String> body(byte[] pdf) throws IOException {
        return lines(pdf).stream().filter(line -> !line.startsWith(FOOTER)).toList();
    }
}
