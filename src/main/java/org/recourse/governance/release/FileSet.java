package org.recourse.governance.release;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All files of a release by name. */
record FileSet(SortedMap<String, ReleaseFile> files) {

    static final FileSet EMPTY = new FileSet(Collections.emptySortedMap());

    static FileSet of(Collection<ReleaseFile> files) {
        SortedMap<String, ReleaseFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        return new FileSet(Collections.unmodifiableSortedMap(byName));
    }

    public @Nullable ReleaseFile get(String name) {
        return files.get(name);
    }

    public Collection<ReleaseFile> all() {
        return files.values();
    }

    FileSet with(Collection<ReleaseFile> more) {
        SortedMap<String, ReleaseFile> all = new TreeMap<>(files);
        more.forEach(file -> all.put(file.name(), file));
        return new FileSet(Collections.unmodifiableSortedMap(all));
    }

    FileSet without(String name) {
        SortedMap<String, ReleaseFile> all = new TreeMap<>(files);
        all.remove(name);
        return new FileSet(Collections.unmodifiableSortedMap(all));
    }

    /** This set with one file as it is in the other, which may be not at all. */
    FileSet as(String name, FileSet other) {
        ReleaseFile file = other.get(name);
        return file == null ? without(name) : with(java.util.List.of(file));
    }

    boolean isSame(String name, FileSet other) {
        ReleaseFile file = get(name);
        ReleaseFile theirs = other.get(name);
        return file == null ? theirs == null : file.equals(theirs);
    }

    /** The names of what is in one set and not, or not so, in the other. */
    SortedSet<String> changedSince(FileSet base) {
        SortedSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(base.files.keySet());
        names.removeIf(name -> isSame(name, base));
        return names;
    }

    String hash() {
        return ReleaseFile.hash(all().stream()
                .map(file -> file.name() + " " + file.hash() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }
}
