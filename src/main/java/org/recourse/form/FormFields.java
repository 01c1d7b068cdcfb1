package org.recourse.form;

import java.util.Map;

/**
 * The fields that one version of a form declares.
 *
 * @param form id of the form, which is its file name
 * @param labels of the fields by their keys, in the order of the form
 */
public record FormFields(String form, Map<String, String> labels) {

    /** The key itself for a field of the step that this version does not show. */
    String label(String key) {
        return labels.getOrDefault(key, key);
    }
}
