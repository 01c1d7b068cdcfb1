package org.recourse.storage;

class EarlierDatabaseException extends RuntimeException {

    EarlierDatabaseException() {
        super("The database was made before release 1.0.0 and is not carried over.");
    }
}
