package org.recourse.governance.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.governance.OwnersDesk;
import org.recourse.governance.ProductFiles;
import org.recourse.text.Speech;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A new jar takes nothing from an owner. */
@Tag("B13")
@RecourseApplicationTest
class ProductUpdateTest {

    private static final String TABLE = "CallbackAttempts.dmn";
    private static final String FORM = "listen.form";

    @Autowired
    TestRestTemplate http;

    @Autowired
    ReleaseRows rows;

    @Autowired
    EarlierDeployments earlier;

    @Autowired
    LiveDeployment engine;

    @Autowired
    Speech speech;

    @Autowired
    ProcessEngine processEngine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private OwnersDesk desk;

    @BeforeEach
    void asDelivered() {
        desk = new OwnersDesk(http);
    }

    @AfterEach
    void tidy() {
        OwnersDesk.clears(processEngine, jdbc);
    }

    private void startsWith(Map<String, String> files) {
        ProductFiles jar = mock(ProductFiles.class);
        when(jar.contents())
                .thenReturn(new TreeMap<>(files.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, file -> file.getValue().getBytes(UTF_8)))));
        new ProductUpdate(rows, jar, earlier, engine, speech, transaction).afterSingletonsInstantiated();
    }

    private static Map<String, String> newer() {
        Map<String, String> files = OwnersDesk.product();
        files.computeIfPresent(FORM, (name, form) -> form.replaceFirst("\"label\": \"", "\"label\": \"New: "));
        files.computeIfPresent(TABLE, (name, table) -> table.replace("<text>3</text>", "<text>4</text>"));
        return files;
    }

    private FileSet live() {
        return rows.files(rows.live().orElseThrow().number());
    }

    private static FileSet set(Map<String, String> files) {
        return FileSet.of(files.entrySet().stream()
                .map(file -> new ReleaseFile(file.getKey(), file.getValue().getBytes(UTF_8)))
                .toList());
    }

    private int ownerChangesTheTable() {
        desk.sends("owner1", TABLE, OwnersDesk.product(TABLE).replace("<text>3</text>", "<text>2</text>"));
        int release = desk.draftNumber();
        desk.publishes("owner2", release);
        assertThat(rows.live().orElseThrow().number()).isEqualTo(release);
        return release;
    }

    @Test
    void the_same_jar_changes_nothing() {
        int before = rows.live().orElseThrow().number();

        startsWith(OwnersDesk.product());

        assertThat(rows.live().orElseThrow().number()).isEqualTo(before);
        ownerChangesTheTable();
        int changed = rows.live().orElseThrow().number();
        startsWith(OwnersDesk.product());
        assertThat(rows.live().orElseThrow().number()).isEqualTo(changed);
        assertThat(rows.openDraftOf(Release.PRODUCT)).isEmpty();
    }

    @Test
    void where_owners_changed_nothing_the_new_set_is_live_by_itself() {
        startsWith(newer());

        assertThat(rows.live().orElseThrow().author()).isEqualTo(Release.PRODUCT);
        assertThat(live()).isEqualTo(set(newer()));
    }

    @Test
    void else_it_is_offered_with_everything_that_owners_changed_and_conflicts_are_named() {
        int release = ownerChangesTheTable();

        startsWith(newer());

        assertThat(rows.live().orElseThrow().number()).isEqualTo(release);
        Release offered = rows.openDraftOf(Release.PRODUCT).orElseThrow();
        assertThat(offered.note()).contains(TABLE).doesNotContain(FORM);
        assertThat(rows.files(offered.number())).isEqualTo(live().as(FORM, set(newer())));

        startsWith(newer());
        assertThat(rows.openDraftOf(Release.PRODUCT).orElseThrow().number())
                .as("offered once")
                .isEqualTo(offered.number());
        assertThat(desk.publishes("owner1", offered.number()).getStatusCode().is2xxSuccessful())
                .isTrue();
        assertThat(live().get(TABLE)).isEqualTo(rows.files(release).get(TABLE));
    }

    @Test
    void and_a_newer_one_takes_the_place_of_what_was_offered() {
        ownerChangesTheTable();
        startsWith(newer());
        int first = rows.openDraftOf(Release.PRODUCT).orElseThrow().number();
        Map<String, String> newest = newer();
        newest.computeIfPresent(
                "restate.form", (name, form) -> form.replaceFirst("\"label\": \"", "\"label\": \"New: "));

        startsWith(newest);

        Release offered = rows.openDraftOf(Release.PRODUCT).orElseThrow();
        assertThat(offered.number()).isGreaterThan(first);
        assertThat(rows.find(first).orElseThrow().state()).isEqualTo(ReleaseState.REJECTED);
        assertThat(speech.say(offered.state().said(), Locale.GERMAN)).isEqualTo("Entwurf");
    }
}
