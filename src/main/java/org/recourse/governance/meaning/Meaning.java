package org.recourse.governance.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.recourse.governance.Objection;
import org.recourse.governance.ProductFiles;
import org.springframework.stereotype.Component;

/** Reads all files of a release together and says every reason why a case could not go through them. */
@Component
public class Meaning {

    private final Map<String, byte[]> ofProduct;
    private final ReleaseFiles product;
    private final List<Rule> rules;

    Meaning(ProductFiles product, List<Rule> rules) {
        this.ofProduct = product.contents();
        this.product = ReleaseFiles.read(ofProduct);
        this.rules = rules;
    }

    /** One kind of thing that is looked at. */
    interface Rule {

        /** @param product the files that the code was written for */
        void check(ReleaseFiles release, ReleaseFiles product, Found found);
    }

    /** @return by file, nothing when all is in order */
    public Map<String, List<Objection>> check(Map<String, byte[]> files) {
        Found found = new Found();
        ReleaseFiles release = product.other(files, (name, content) -> Arrays.equals(content, ofProduct.get(name)));
        rules.forEach(rule -> rule.check(release, product, found));
        return found.all();
    }
}
