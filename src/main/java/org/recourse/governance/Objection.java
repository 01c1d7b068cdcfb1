package org.recourse.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.recourse.text.Sentence;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Why a file is refused: where, which rule, and what the process owner can do.
 *
 * @param element the id of the element, or what stands in for one
 */
public record Objection(String element, Sentence rule, Sentence remedy) {

    /** @param rule its name, by which the texts say the rule and what to do */
    public static Objection of(String element, String rule, Object... found) {
        return new Objection(
                element, Sentence.of("governance.rule." + rule, found), Sentence.of("governance.remedy." + rule));
    }

    /** What is wrong with the elements of a diagram or a table, or why it cannot be read. */
    static List<Objection> ofEachElement(String file, byte[] content, BiConsumer<Element, List<Objection>> check) {
        try {
            List<Objection> reasons = new ArrayList<>();
            SafeXml.elements(SafeXml.parse(content)).forEach(element -> check.accept(element, reasons));
            return reasons;
        } catch (SAXException unreadable) {
            boolean declares = String.valueOf(unreadable.getMessage()).contains("DOCTYPE");
            return List.of(of(file, declares ? "document-type" : "no-xml"));
        }
    }

    static Objection noTimeToLive(String element) {
        return of(element, "no-time-to-live");
    }
}
