package org.recourse.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people typed into the forms of waiting steps and did not send. */
public interface Typed {

    /** What the current user typed into the step; empty when nothing is kept. */
    Map<String, @Nullable Object> mine(String taskId);
}
