package org.recourse.insight.figures.report;

import java.util.Locale;
import java.util.ResourceBundle;
import org.recourse.insight.figures.facts.Figure;
import org.springframework.stereotype.Component;

/** Names and definitions of figures in words, English or German. */
@Component
class FigureTexts {

    private static final String BUNDLE = "insight.figures";

    String of(Locale language, Figure figure, String what) {
        return text(language, figure.key() + "." + what);
    }

    String text(Locale language, String key) {
        Locale known = language.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, known, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return texts.getString(key);
    }
}
