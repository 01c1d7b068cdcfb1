package org.recourse.governance.release;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Choice;
import org.recourse.form.RefusedAttempt;
import org.recourse.governance.DeploymentRefused;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people do with releases: look at them, publish, reject, restore. Who put a release together does not publish it,
 * but in an emergency, of which auditors and managers are told.
 */
@Service
public class Releases {

    private static final List<String> READERS = List.of(Roles.PROCESS_OWNER, Roles.MANAGER, Roles.AUDITOR);
    private static final List<String> SECOND_PERSONS = List.of(Roles.PROCESS_OWNER, Roles.MANAGER);

    private final ReleaseRows rows;
    private final LiveDeployment engine;
    private final SetGuard guard;
    private final Notices notices;
    private final CurrentUser user;
    private final Speech speech;
    private final TransactionOperations transaction;

    Releases(
            ReleaseRows rows,
            LiveDeployment engine,
            SetGuard guard,
            Notices notices,
            CurrentUser user,
            Speech speech,
            TransactionOperations transaction) {
        this.rows = rows;
        this.engine = engine;
        this.guard = guard;
        this.notices = notices;
        this.user = user;
        this.speech = speech;
        this.transaction = transaction;
    }

    /** A release and how many cases stand on it. */
    public record Standing(Release release, int cases) {}

    /** What has become of a file since the base of its release. */
    public enum Change implements Choice {
        ADDED,
        CHANGED,
        REMOVED,
        SAME
    }

    public record FileChange(String name, Change change) {}

    /** A release with what became of each file. */
    public record Whole(Release release, int cases, List<FileChange> files) {}

    /**
     * A file that is not as it was.
     *
     * @param elements what is new or changed in a diagram
     */
    public record ChangedFile(String name, Change change, Set<String> elements, List<Sentence> words) {}

    public PersonId person() {
        return user.id();
    }

    public boolean mayRead() {
        return READERS.stream().anyMatch(user::hasRole);
    }

    /** Whether the caller publishes and rejects what others put together. */
    public boolean maySecond() {
        return SECOND_PERSONS.stream().anyMatch(user::hasRole);
    }

    public boolean mayRestore() {
        return user.hasRole(Roles.PROCESS_OWNER);
    }

    /** The newest first. */
    public List<Standing> all() {
        demand(READERS);
        Map<String, Integer> cases = engine.cases();
        return rows.all().stream().map(release -> standing(release, cases)).toList();
    }

    public Whole whole(int number) {
        demand(READERS);
        Release release = known(number);
        FileSet files = rows.files(number);
        FileSet base = base(release);
        SortedSet<String> names = new TreeSet<>(files.files().keySet());
        names.addAll(base.files().keySet());
        return new Whole(
                release,
                standing(release, engine.cases()).cases(),
                names.stream()
                        .map(name -> new FileChange(name, change(name, files, base)))
                        .toList());
    }

    /** In words, only what differs from the base. */
    public List<ChangedFile> difference(int number) {
        demand(READERS);
        Release release = known(number);
        FileSet files = rows.files(number);
        FileSet base = base(release);
        return files.changedSince(base).stream()
                .map(name -> {
                    Difference.Told told = Difference.between(base.get(name), files.get(name));
                    return new ChangedFile(name, change(name, files, base), told.elements(), told.sentences());
                })
                .toList();
    }

    private FileSet base(Release release) {
        return release.base() == null ? FileSet.EMPTY : rows.files(release.base());
    }

    private static Change change(String name, FileSet files, FileSet base) {
        if (files.isSame(name, base)) {
            return Change.SAME;
        }
        if (base.get(name) == null) {
            return Change.ADDED;
        }
        return files.get(name) == null ? Change.REMOVED : Change.CHANGED;
    }

    /** A file as it is given out: with the stamp of its release. */
    public byte[] stamped(int number, String name) {
        demand(READERS);
        ReleaseFile file = rows.files(known(number).number()).get(name);
        if (file == null) {
            throw refused(Status.NOT_FOUND, "release.no-such-file", name, number);
        }
        return Stamp.on(name, file.content(), number);
    }

    public void publish(int number, String note) {
        publish(number, note, false);
    }

    /** Without a second person; auditors and managers are told at once. */
    public void publishInEmergency(int number, String reason) {
        publish(number, reason, true);
    }

    private void publish(int number, String said, boolean emergency) {
        demand(emergency ? List.of(Roles.PROCESS_OWNER) : SECOND_PERSONS);
        inTurn(() -> {
            Release draft = draft(number);
            if (!emergency && draft.author().equals(user.id())) {
                throw new RefusedAttempt("number", Sentence.of("release.own"));
            }
            demandCurrent(draft);
            FileSet files = rows.files(number);
            demandInOrder(files);
            rows.published(number, engine.deploy(number, files), user.id(), said, emergency);
            if (emergency) {
                tellOf(draft, said);
            }
            return null;
        });
    }

    private void tellOf(Release draft, String reason) {
        notices.tellOfTheHouse(
                "release-" + draft.number(),
                "release-emergency",
                Sentence.of("release.emergency-told", draft.number(), new Person(user.id()), reason),
                List.of(Roles.AUDITOR, Roles.MANAGER));
    }

    private void demandCurrent(Release draft) {
        Release live = rows.live().orElseThrow();
        if (draft.base() == null || draft.base() != live.number()) {
            throw refused(Status.CONFLICT, "release.stale", draft.number(), live.number());
        }
    }

    /** Groups may have emptied since the draft was accepted. */
    private void demandInOrder(FileSet files) {
        try {
            guard.demandInOrder(files, rows.files(rows.live().orElseThrow().number()), Map.of(), new TreeMap<>());
        } catch (DeploymentRefused notNow) {
            throw new RestException(Status.CONFLICT, notNow.getMessage());
        }
    }

    public void reject(int number, String reason) {
        demand(SECOND_PERSONS);
        inTurn(() -> {
            rows.rejected(draft(number).number(), user.id(), reason);
            return null;
        });
    }

    /** @return the number of the draft that has the files of the old release */
    public int restore(int number) {
        demand(List.of(Roles.PROCESS_OWNER));
        return inTurn(() -> {
            Release old = known(number);
            if (!old.is(ReleaseState.REPLACED) && !old.is(ReleaseState.REJECTED)) {
                throw refused(Status.CONFLICT, "release.not-old", number);
            }
            rows.openDraftOf(user.id()).ifPresent(open -> {
                throw refused(Status.CONFLICT, "release.draft-open", open.number());
            });
            FileSet files = rows.files(number);
            demandInOrder(files);
            return rows.add(
                    user.id(),
                    speech.say("release.restored", number),
                    rows.live().orElseThrow().number(),
                    old.product(),
                    files);
        });
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> change) {
        return transaction.execute(status -> {
            rows.lock();
            return change.get();
        });
    }

    private Release known(int number) {
        return rows.find(number).orElseThrow(() -> refused(Status.NOT_FOUND, "release.unknown", number));
    }

    private Release draft(int number) {
        Release release = known(number);
        if (!release.is(ReleaseState.DRAFT)) {
            throw refused(
                    Status.CONFLICT, "release.no-draft", number, release.state().said());
        }
        return release;
    }

    private static Standing standing(Release release, Map<String, Integer> cases) {
        return new Standing(release, release.deployment() == null ? 0 : cases.getOrDefault(release.deployment(), 0));
    }

    private void demand(List<String> roles) {
        if (roles.stream().noneMatch(user::hasRole)) {
            throw new RefusedAttempt("role", Sentence.of("release.for-roles", String.join(", ", roles)));
        }
    }

    private RestException refused(Status status, String key, Object... of) {
        return new RestException(status, speech.say(key, of));
    }
}
