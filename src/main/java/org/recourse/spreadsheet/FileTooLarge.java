package org.recourse.spreadsheet;

import org.recourse.text.Refusal;
import org.recourse.text.Sentence;
import org.springframework.util.unit.DataSize;

/** The file is longer than we take; nothing of it was read further than that. */
public final class FileTooLarge extends Refusal {

    FileTooLarge(DataSize most) {
        super(Sentence.of("import.file-too-large", most.toMegabytes()));
    }
}
