package org.recourse.governance.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.recourse.governance.SafeXml;
import org.xml.sax.SAXException;

/** What a file defines: processes, decisions or a form. It is called like the first of them. */
final class FileIds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FileIds() {}

    /** With the kind before each, so that a form may be called like a decision. Nothing for what cannot be read. */
    static Set<String> of(ReleaseFile file) {
        try {
            Set<String> ids = new LinkedHashSet<>();
            String kind = extension(file.name());
            if (kind.equals("form")) {
                ids.add("form " + JSON.readTree(file.content()).path("id").asText());
                return ids;
            }
            for (var element : SafeXml.elements(SafeXml.parse(file.content()))) {
                if (element.getLocalName().equals(kind.equals("dmn") ? "decision" : "process")) {
                    ids.add(element.getLocalName() + " " + element.getAttribute("id"));
                }
            }
            return ids;
        } catch (IOException | SAXException unreadable) {
            return Set.of();
        }
    }

    /** The name that a file has in a release, whatever it was called when it was sent: {@code CustomerEscalation.bpmn}. */
    static ReleaseFile named(ReleaseFile sent) {
        return of(sent).stream()
                .findFirst()
                .map(id -> id.substring(id.indexOf(' ') + 1))
                .filter(id -> id.matches("[A-Za-z0-9_.-]{1,150}"))
                .map(id -> new ReleaseFile(id + "." + extension(sent.name()), sent.content()))
                .orElse(sent);
    }

    private static String extension(String name) {
        if (name.endsWith(".form")) {
            return "form";
        }
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml") ? "dmn" : "bpmn";
    }
}
