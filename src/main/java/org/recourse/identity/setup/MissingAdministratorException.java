package org.recourse.identity.setup;

class MissingAdministratorException extends RuntimeException {

    MissingAdministratorException() {
        super("Recourse has no administrator, and none is configured.");
    }
}
