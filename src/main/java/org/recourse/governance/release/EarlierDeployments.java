package org.recourse.governance.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.recourse.engine.calls.ProcessCalls;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Makes a release of what a database from before releases has: the product's set as it was deployed, and over it what
 * owners deployed since, each file in its latest version.
 */
@Component
class EarlierDeployments {

    private final RepositoryService repository;
    private final ReleaseRows rows;
    private final LiveDeployment engine;
    private final ProcessCalls calls;

    EarlierDeployments(
            @Lazy RepositoryService repository, ReleaseRows rows, LiveDeployment engine, ProcessCalls calls) {
        this.repository = repository;
        this.rows = rows;
        this.engine = engine;
        this.calls = calls;
    }

    void adopt() {
        List<FileSet> inOrder = calls.unrestricted(
                () -> repository.createDeploymentQuery().withoutTenantId().orderByDeploymentTime().asc().list().stream()
                        .map(deployment -> files(deployment.getId()))
                        .toList());
        int last = lastComplete(inOrder);
        if (last < 0) {
            return;
        }
        FileSet product = inOrder.get(last);
        FileSet now = product;
        for (FileSet since : inOrder.subList(last + 1, inOrder.size())) {
            now = now.with(since.all());
        }
        rows.keepProduct(product);
        int number = rows.add(Release.PRODUCT, "", null, product.hash(), now);
        rows.published(number, engine.deploy(number, now), Release.PRODUCT, "", false);
    }

    /** The product is deployed as a whole, what owners sent came in single files. */
    private static int lastComplete(List<FileSet> sets) {
        for (int i = sets.size() - 1; i >= 0; i--) {
            FileSet set = sets.get(i);
            if (Stream.of(".bpmn", ".dmn", ".form")
                    .allMatch(kind -> set.files().keySet().stream().anyMatch(name -> name.endsWith(kind)))) {
                return i;
            }
        }
        return -1;
    }

    private FileSet files(String deployment) {
        List<ReleaseFile> files = new ArrayList<>();
        for (Resource resource : repository.getDeploymentResources(deployment)) {
            try (InputStream content = repository.getResourceAsStreamById(deployment, resource.getId())) {
                files.add(FileIds.named(new ReleaseFile(resource.getName(), Stamp.off(content.readAllBytes()))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return FileSet.of(files);
    }
}
