package org.recourse.governance.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.recourse.governance.DeploymentRefused;
import org.recourse.governance.Objection;
import org.recourse.identifier.PersonId;
import org.springframework.stereotype.Component;

/**
 * Takes what a process owner sends. Whatever it is, it is completed from their own open draft, else from the live release,
 * and joins that draft; a draft whose base was replaced meanwhile is laid over the release that is live now.
 */
@Component
class OwnDrafts {

    private final ReleaseRows rows;
    private final SetGuard guard;

    OwnDrafts(ReleaseRows rows, SetGuard guard) {
        this.rows = rows;
        this.guard = guard;
    }

    /**
     * @return the number of the draft
     * @throws DeploymentRefused with every reason at once; nothing is changed then
     */
    int receive(PersonId author, String note, List<ReleaseFile> sent) {
        guard.demandReadable(sent);
        rows.lock();
        Release live = rows.live().orElseThrow();
        Optional<Release> draft = rows.openDraftOf(author);
        Map<String, List<Objection>> refused = new TreeMap<>();
        FileSet liveFiles = rows.files(live.number());
        List<ReleaseFile> received = received(sent, live, liveFiles, refused);
        FileSet begun = draft.map(open -> overLive(open, live, liveFiles, received, refused))
                .orElse(liveFiles);
        FileSet complete = begun.with(received);
        guard.demandInOrder(complete, liveFiles, names(sent), refused);
        if (draft.isEmpty()) {
            return rows.add(author, note, live.number(), live.product(), complete);
        }
        rows.change(draft.get().number(), note, live.number(), live.product(), complete);
        return draft.get().number();
    }

    /** Files by the names that they have in a release, without their stamps. */
    private List<ReleaseFile> received(
            List<ReleaseFile> sent, Release live, FileSet liveFiles, Map<String, List<Objection>> refused) {
        Map<String, String> sentAs = new HashMap<>();
        List<ReleaseFile> received = new ArrayList<>();
        for (ReleaseFile file : sent) {
            ReleaseFile bare = FileIds.named(new ReleaseFile(file.name(), Stamp.off(file.content())));
            String twin = sentAs.put(bare.name(), file.name());
            if (twin != null) {
                add(refused, file.name(), Objection.of(bare.name(), "id-twice", twin, file.name()));
            }
            Stamp.of(file.content())
                    .ifPresent(stamp -> changedSince(bare, stamp, live, liveFiles)
                            .ifPresent(reason -> add(refused, file.name(), reason)));
            received.add(bare);
        }
        return received;
    }

    /** Who changes what somebody else changed since would undo it without knowing. */
    private Optional<Objection> changedSince(ReleaseFile file, int stamp, Release live, FileSet liveFiles) {
        Optional<Release> origin = rows.find(stamp);
        if (origin.isEmpty()) {
            return Optional.of(Objection.of(file.name(), "stamp-unknown", stamp));
        }
        Integer base = origin.get().is(ReleaseState.DRAFT) ? origin.get().base() : Integer.valueOf(stamp);
        if (base == null || base == live.number() || file.equals(liveFiles.get(file.name()))) {
            return Optional.empty();
        }
        return rows.files(base).isSame(file.name(), liveFiles)
                ? Optional.empty()
                : Optional.of(Objection.of(file.name(), "changed-since", file.name(), base, live.number()));
    }

    private FileSet overLive(
            Release draft,
            Release live,
            FileSet liveFiles,
            List<ReleaseFile> received,
            Map<String, List<Objection>> refused) {
        FileSet own = rows.files(draft.number());
        if (draft.base() == null || draft.base() == live.number()) {
            return own;
        }
        FileSet base = rows.files(draft.base());
        SortedSet<String> mine = own.changedSince(base);
        received.forEach(file -> mine.remove(file.name()));
        FileSet merged = liveFiles;
        for (String name : mine) {
            if (!liveFiles.isSame(name, base) && !liveFiles.isSame(name, own)) {
                add(refused, name, Objection.of(name, "draft-behind", name, draft.number(), live.number()));
            }
            merged = merged.as(name, own);
        }
        return merged;
    }

    private static Map<String, String> names(List<ReleaseFile> sent) {
        Map<String, String> names = new LinkedHashMap<>();
        sent.forEach(file -> names.put(FileIds.named(file).name(), file.name()));
        return names;
    }

    private static void add(Map<String, List<Objection>> refused, String file, Objection reason) {
        refused.computeIfAbsent(file, none -> new ArrayList<>()).add(reason);
    }
}
