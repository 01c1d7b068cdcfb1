package org.recourse.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.Problem;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Why a file is refused: where, which rule, and what the process owner can do.
 *
 * @param element the id of the element, or what stands in for one
 */
record Reason(String element, String rule, String remedy) implements Problem {

    /** What is wrong with the elements of a diagram or a table, or why it cannot be read. */
    static List<Reason> ofEachElement(String file, byte[] content, BiConsumer<Element, List<Reason>> check) {
        try {
            List<Reason> reasons = new ArrayList<>();
            SafeXml.elements(SafeXml.parse(content)).forEach(element -> check.accept(element, reasons));
            return reasons;
        } catch (SAXException unreadable) {
            return List.of(
                    String.valueOf(unreadable.getMessage()).contains("DOCTYPE")
                            ? new Reason(file, "a document type or entities are declared.", "Remove the DOCTYPE.")
                            : new Reason(file, "the file is no well-formed XML.", "Save it again with Modeler."));
        }
    }

    static Reason noTimeToLive(String element) {
        return new Reason(element, "the time to live of its history is missing.", "Set it, for example to P3650D.");
    }

    @Override
    public String getMessage() {
        return "%s: %s %s".formatted(element, rule, remedy);
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getColumn() {
        return 0;
    }

    @Override
    public String getMainElementId() {
        return element;
    }

    @Override
    public List<String> getElementIds() {
        return List.of(element);
    }
}
