package org.recourse.governance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The diagrams, tables and forms that the jar brings: what the code beside them was written for. */
@Component
public class ProductFiles {

    private static final List<String> PATTERNS =
            List.of("classpath*:/bpmn/*.bpmn", "classpath*:/bpmn/*.dmn", "classpath*:/forms/*.form");

    private final SortedMap<String, byte[]> contents;

    ProductFiles() {
        SortedMap<String, byte[]> read = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    read.put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.contents = Collections.unmodifiableSortedMap(read);
    }

    /** By name. */
    public SortedMap<String, byte[]> contents() {
        return contents;
    }
}
