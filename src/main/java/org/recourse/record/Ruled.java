package org.recourse.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Outcome;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * A table decided.
 *
 * @param table id of the decision
 * @param version of it, as the engine counts them
 * @param inputs all that the table was told
 * @param outputs all that its row says
 */
public record Ruled(
        String table,
        int version,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        Saying reason)
        implements Happening {

    public static Ruled of(Outcome outcome) {
        return new Ruled(
                outcome.table(), outcome.edition(), outcome.inputs(), outcome.outputs(), outcome.said("reason"));
    }

    @Override
    public String subject() {
        return table;
    }

    @Override
    public Saying said() {
        String place = table + ":" + version;
        return switch (table) {
            case "AssessUrgency" -> Sentence.of("event.ruled.urgency", place, reason, output("urgency"));
            case "RouteEscalation" -> route(place);
            case "RouteRepeat" -> Sentence.of("event.ruled.level", place, reason, output("level"));
            case "PlanFollowUp" ->
                Sentence.of("event.ruled.follow-up", place, reason, output("checkInBy"), output("businessDays"));
            case "CompensationAuthority" ->
                Sentence.of(
                        "event.ruled.approver", place, reason, Sentence.of("explain.approver." + output("approver")));
            default -> Sentence.of("event.because", place, reason);
        };
    }

    private Saying route(String place) {
        String team = output("team");
        return team.isBlank()
                ? Sentence.of("event.ruled.level", place, reason, output("level"))
                : Sentence.of("event.ruled.route", place, reason, output("level"), new Person(team));
    }

    private String output(String name) {
        Object value = outputs.get(name);
        return value == null ? "" : value.toString();
    }
}
