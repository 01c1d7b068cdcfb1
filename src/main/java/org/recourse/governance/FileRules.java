package org.recourse.governance;

import java.util.List;
import org.springframework.stereotype.Component;

/** What may stand in a file by itself, whatever the others say. */
@Component
public class FileRules {

    static final int MOST_BYTES = 1_000_000;

    private final DiagramRules diagrams;
    private final TableRules tables = new TableRules();
    private final FormRules forms = new FormRules();

    FileRules(DiagramRules diagrams) {
        this.diagrams = diagrams;
    }

    /** @return why the file is refused; nothing when it is in order */
    public List<Objection> check(String name, byte[] content) {
        if (content.length > MOST_BYTES) {
            return List.of(Objection.of(name, "file-too-large", MOST_BYTES));
        }
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return diagrams.check(name, content);
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return tables.check(name, content);
        }
        if (name.endsWith(".form")) {
            return forms.check(name, content);
        }
        return List.of(Objection.of(name, "other-file"));
    }
}
