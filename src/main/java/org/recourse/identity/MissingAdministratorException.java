package org.recourse.identity;

class MissingAdministratorException extends RuntimeException {

    MissingAdministratorException() {
        super("Recourse has no administrator, and none is configured.");
    }
}
