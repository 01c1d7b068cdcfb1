package org.recourse.governance;

import java.util.Objects;
import org.xml.sax.SAXException;

final class UnreadableXml {

    private UnreadableXml() {}

    static Reason reason(String file, SAXException problem) {
        var message = Objects.requireNonNullElse(problem.getMessage(), "");
        return message.contains("DOCTYPE")
                ? new Reason(file, "a document type or entities are declared.", "Remove the DOCTYPE.")
                : new Reason(file, "the file is no well-formed XML.", "Save it again with Modeler.");
    }
}
