package org.recourse.governance.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The releases and their files. Each content is kept once, however many releases have it. */
@Repository
class ReleaseRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else changes releases. */
    void lock() {
        jdbc.sql("select id from release_lock for update").query(Integer.class).single();
    }

    List<Release> all() {
        return jdbc.sql("select * from process_release order by number desc")
                .query(ReleaseRows::read)
                .list();
    }

    Optional<Release> find(int number) {
        return jdbc.sql("select * from process_release where number = ?")
                .param(number)
                .query(ReleaseRows::read)
                .optional();
    }

    Optional<Release> live() {
        return jdbc.sql("select * from process_release where state = 'live'")
                .query(ReleaseRows::read)
                .optional();
    }

    Optional<Release> openDraftOf(PersonId author) {
        return jdbc.sql("select * from process_release where state = 'draft' and author = ?")
                .param(author)
                .query(ReleaseRows::read)
                .optional();
    }

    /** Whether that set of a jar was laid over that live release already. */
    boolean wasOffered(String product, int base) {
        return jdbc.sql("select count(*) from process_release where product = ? and base = ? and author = ?")
                        .params(product, base, Release.PRODUCT)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    FileSet files(int number) {
        return FileSet.of(jdbc.sql("""
                        select f.name, c.content from release_file f join release_content c on c.hash = f.hash
                        where f.number = ?""").param(number).query(ReleaseRows::file).list());
    }

    FileSet filesOfProduct(String product) {
        return FileSet.of(jdbc.sql("""
                        select f.name, c.content from product_file f join release_content c on c.hash = f.hash
                        where f.product = ?""").param(product).query(ReleaseRows::file).list());
    }

    void keepProduct(FileSet set) {
        String product = set.hash();
        if (jdbc.sql("select count(*) from product_file where product = ?")
                        .param(product)
                        .query(Integer.class)
                        .single()
                == 0) {
            keepContents(set);
            set.all()
                    .forEach(file -> jdbc.sql("insert into product_file (product, name, hash) values (?, ?, ?)")
                            .params(product, file.name(), file.hash())
                            .update());
        }
    }

    /** @return the number of the new draft */
    int add(PersonId author, String note, @Nullable Integer base, String product, FileSet set) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from process_release")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into process_release (number, state, hash, author, at, note, base, product, emergency)
                        values (?, 'draft', ?, ?, ?, ?, ?, ?, false)""")
                .params(number, set.hash(), author, now(), note, base, product)
                .update();
        addFiles(number, set);
        return number;
    }

    void change(int number, String note, int base, String product, FileSet set) {
        jdbc.sql("update process_release set hash = ?, at = ?, note = ?, base = ?, product = ? where number = ?")
                .params(set.hash(), now(), note, base, product, number)
                .update();
        jdbc.sql("delete from release_file where number = ?").param(number).update();
        addFiles(number, set);
    }

    private void addFiles(int number, FileSet set) {
        keepContents(set);
        set.all()
                .forEach(file -> jdbc.sql("insert into release_file (number, name, hash) values (?, ?, ?)")
                        .params(number, file.name(), file.hash())
                        .update());
    }

    private void keepContents(FileSet set) {
        Set<String> known = new HashSet<>(
                jdbc.sql("select hash from release_content").query(String.class).list());
        for (ReleaseFile file : set.all()) {
            if (known.add(file.hash())) {
                jdbc.sql("insert into release_content (hash, content) values (?, ?)")
                        .params(file.hash(), file.content())
                        .update();
            }
        }
    }

    void published(int number, String deployment, PersonId by, String publication, boolean emergency) {
        jdbc.sql("update process_release set state = 'replaced' where state = 'live'")
                .update();
        jdbc.sql("""
                        update process_release set state = 'live', deployment = ?, published_by = ?, published_at = ?,
                          publication = ?, emergency = ? where number = ?""")
                .params(deployment, by, now(), publication, emergency, number)
                .update();
    }

    void rejected(int number, PersonId by, String reason) {
        jdbc.sql("""
                        update process_release set state = 'rejected', rejected_by = ?, rejected_at = ?, rejection = ?
                        where number = ?""").params(by, now(), reason, number).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ReleaseFile file(ResultSet row, int n) throws SQLException {
        return new ReleaseFile(row.getString("name"), row.getBytes("content"));
    }

    private static Release read(ResultSet row, int n) throws SQLException {
        return new Release(
                row.getInt("number"),
                ReleaseState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("hash"),
                PersonId.of(row.getString("author")),
                Objects.requireNonNull(instant(row, "at")),
                row.getString("note"),
                row.getObject("base", Integer.class),
                row.getString("product"),
                row.getString("deployment"),
                PersonId.ofNullable(row.getString("published_by")),
                instant(row, "published_at"),
                row.getString("publication"),
                row.getBoolean("emergency"),
                PersonId.ofNullable(row.getString("rejected_by")),
                instant(row, "rejected_at"),
                row.getString("rejection"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
