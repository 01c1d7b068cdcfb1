package org.recourse.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, where a stack trace would hide it. */
class EarlierDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EarlierDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EarlierDatabaseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Name an empty database in spring.datasource.url (environment: SPRING_DATASOURCE_URL), or move the file"
                        + " data/recourse.mv.db aside when it is the one of H2.",
                cause);
    }
}
