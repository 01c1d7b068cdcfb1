package org.recourse.governance.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.governance.ProductFiles;
import org.recourse.text.Fallback;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares, at start-up, the set of the jar with the one that the live release builds on. Where owners changed nothing the
 * jar's becomes live by itself; else it is laid over the live release as a draft that people decide about. What owners
 * changed is never overwritten.
 */
@Component
class ProductUpdate implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProductUpdate.class);

    private final ReleaseRows rows;
    private final ProductFiles jar;
    private final EarlierDeployments earlier;
    private final LiveDeployment engine;
    private final Speech speech;
    private final TransactionOperations transaction;

    ProductUpdate(
            ReleaseRows rows,
            ProductFiles jar,
            EarlierDeployments earlier,
            LiveDeployment engine,
            Speech speech,
            TransactionOperations transaction) {
        this.rows = rows;
        this.jar = jar;
        this.earlier = earlier;
        this.engine = engine;
        this.speech = speech;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            if (rows.live().isEmpty()) {
                earlier.adopt();
            }
            compare(FileSet.of(jar.contents().entrySet().stream()
                    .map(file -> new ReleaseFile(file.getKey(), file.getValue()))
                    .toList()));
        });
    }

    private void compare(FileSet product) {
        rows.keepProduct(product);
        Optional<Release> live = rows.live();
        if (live.isEmpty()) {
            goLive(null, product);
        } else if (!live.get().product().equals(product.hash())) {
            update(live.get(), product);
        }
    }

    private void update(Release live, FileSet product) {
        FileSet files = rows.files(live.number());
        if (files.hash().equals(live.product()) || files.hash().equals(product.hash())) {
            goLive(live.number(), product);
        } else if (!rows.wasOffered(product.hash(), live.number())) {
            offer(live, files, product);
        }
    }

    private void goLive(@Nullable Integer base, FileSet product) {
        int number = rows.add(Release.PRODUCT, "", base, product.hash(), product);
        rows.published(number, engine.deploy(number, product), Release.PRODUCT, "", false);
        LOG.info("Release {} is live: the diagrams, tables and forms of the product", number);
    }

    private void offer(Release live, FileSet files, FileSet product) {
        rows.openDraftOf(Release.PRODUCT)
                .ifPresent(older -> rows.rejected(older.number(), Release.PRODUCT, said("release.newer-product")));
        FileSet origin = rows.filesOfProduct(live.product());
        List<String> conflicts = new ArrayList<>();
        FileSet merged = files;
        for (String name : product.changedSince(origin)) {
            if (files.isSame(name, origin)) {
                merged = merged.as(name, product);
            } else if (!files.isSame(name, product)) {
                conflicts.add(name);
            }
        }
        String note = conflicts.isEmpty()
                ? said("release.product-merged")
                : said("release.product-conflicts", String.join(", ", conflicts));
        int number = rows.add(Release.PRODUCT, note, live.number(), product.hash(), merged);
        LOG.warn(
                "Release {} is offered: the jar's diagrams, tables and forms, laid over what owners changed. {}",
                number,
                note);
    }

    private String said(String key, Object... of) {
        return speech.say(Sentence.of(key, of), Fallback.LANGUAGE);
    }
}
