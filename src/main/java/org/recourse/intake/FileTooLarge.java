package org.recourse.intake;

import org.springframework.util.unit.DataSize;

/** The file is longer than we take; nothing of it was read further than that. */
public final class FileTooLarge extends RuntimeException {

    FileTooLarge(DataSize most) {
        super(("The file is larger than %d MB, which is the most that is taken at once. Nothing was imported; divide it"
                        + " and send the parts.")
                .formatted(most.toMegabytes()));
    }
}
