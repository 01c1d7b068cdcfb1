package org.recourse.identity.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what is missing, where a stack trace would hide it. */
class MissingAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<MissingAdministratorException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingAdministratorException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set recourse.admin.id and recourse.admin.password (environment: RECOURSE_ADMIN_ID and"
                        + " RECOURSE_ADMIN_PASSWORD), or start with the profile \"demo\" to look around.",
                cause);
    }
}
