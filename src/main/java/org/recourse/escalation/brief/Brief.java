package org.recourse.escalation.brief;

import java.util.List;
import org.recourse.text.Sentence;

/**
 * How complete the brief of a case is, so that nobody has to tell the story twice (R10).
 *
 * @param score 0 to 100: the share of the parts that are there
 * @param missing the parts that are not
 * @param judging words about the person that are better replaced by what was said or done
 */
record Brief(int score, List<Sentence> missing, List<String> judging) {

    boolean isComplete() {
        return missing.isEmpty();
    }
}
