package org.recourse.escalation.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Choice;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Identifier;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.Roles;
import org.recourse.text.Saying;

/** What is on record of a case, and what a step changed in it and has not saved yet. */
abstract class CaseRecord {

    private final CaseNumber number;
    private final int version;
    private final ZoneId zone;
    private final Channel channel;
    private final String openedBy;
    private final Instant openedAt;
    private final Map<CaseField, @Nullable Object> stored;
    private final Map<CaseField, @Nullable Object> changed = new EnumMap<>(CaseField.class);

    CaseRecord(
            CaseNumber number,
            int version,
            ZoneId zone,
            Channel channel,
            String openedBy,
            Instant openedAt,
            Map<CaseField, @Nullable Object> stored) {
        this.number = number;
        this.version = version;
        this.zone = zone;
        this.channel = channel;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.stored = stored;
    }

    /** Case number, the business key of all its process instances. */
    public CaseNumber number() {
        return number;
    }

    int version() {
        return version;
    }

    /** Zone in which the customer means dates and times. */
    public ZoneId zone() {
        return zone;
    }

    public Channel channel() {
        return channel;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable String text(CaseField field) {
        return (String) get(field);
    }

    public String textOr(CaseField field, String otherwise) {
        String text = text(field);
        return text == null || text.isBlank() ? otherwise : text;
    }

    public int number(CaseField field) {
        return get(field) instanceof Integer value ? value : 0;
    }

    public @Nullable Instant instant(CaseField field) {
        return (Instant) get(field);
    }

    /** A reason that is said to each reader in their language. */
    public @Nullable Saying saying(CaseField field) {
        return (Saying) get(field);
    }

    public @Nullable Boolean flag(CaseField field) {
        return (Boolean) get(field);
    }

    public boolean has(CaseField field) {
        Object value = get(field);
        return value != null && !value.toString().isBlank();
    }

    public <E extends Enum<E> & Choice> @Nullable E choice(CaseField field, Class<E> type) {
        String value = text(field);
        return value == null
                ? null
                : Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean is(CaseField field, Choice value) {
        return value.value().equals(text(field));
    }

    public @Nullable Object get(CaseField field) {
        return changed.containsKey(field) ? changed.get(field) : stored.get(field);
    }

    /** The signals noticed so far in this case. */
    public List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (String value : textOr(CaseField.SIGNALS, "").split(",")) {
            if (!value.isBlank()) {
                signals.add(Signal.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return signals;
    }

    /** Who stands in a field of the case that names a person; null for nobody. */
    public @Nullable PersonId person(CaseField field) {
        return PersonId.ofNullable(text(field));
    }

    public Team team() {
        return Team.of(Objects.requireNonNull(text(CaseField.TEAM)));
    }

    /** Whose supervisors and managers it goes to: the table may have named another team than the case's own. */
    public Team secondLineTeam() {
        String routed = text(CaseField.ROUTE_TEAM);
        return routed == null ? team() : Team.of(routed);
    }

    public String customerNumber() {
        return Objects.requireNonNull(text(CaseField.CUSTOMER_NUMBER));
    }

    /** 1 first line, 2 supervisor, 3 manager. */
    public int level() {
        return number(CaseField.LEVEL);
    }

    /** The people of the level in the team that the table or the opener gives. */
    public String higherGroup() {
        return Roles.inTeam(secondLineTeam(), level() >= 3 ? Roles.MANAGER : Roles.SUPERVISOR);
    }

    public boolean isOpen() {
        return is(CaseField.STATE, CaseState.OPEN) || is(CaseField.STATE, CaseState.SETTLED);
    }

    /** Only the transitions of {@link EscalationCase} set fields. An empty text clears. */
    void set(CaseField field, @Nullable Object value) {
        Object plain = value instanceof Choice choice
                ? choice.value()
                : value instanceof Identifier identifier ? identifier.value() : "".equals(value) ? null : value;
        if (Objects.equals(plain, stored.get(field))) {
            changed.remove(field);
        } else {
            changed.put(field, plain);
        }
    }

    Map<CaseField, @Nullable Object> stored() {
        return stored;
    }

    /** The fields as they are once the changes are written. */
    Map<CaseField, @Nullable Object> written() {
        Map<CaseField, @Nullable Object> written = new EnumMap<>(stored);
        written.putAll(changed);
        return written;
    }

    public Map<CaseField, @Nullable Object> changes() {
        return changed;
    }

    public @Nullable Object before(CaseField field) {
        return stored.get(field);
    }
}
