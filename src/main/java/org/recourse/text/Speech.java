package org.recourse.text;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says sentences to people, at the edge: in the language of the request, or in one that is named, by the house's clock. */
@Component
public class Speech {

    private final Bundles bundles = Bundles.INSTANCE;
    private final Names names;
    private final ZoneId house;

    public Speech(@Lazy Names names, @Value("${recourse.zone:Europe/Berlin}") ZoneId house, MeterRegistry meters) {
        this.names = names;
        this.house = house;
        FunctionCounter.builder("recourse.texts.untranslated", bundles, of -> Fallback.times())
                .description("Texts that were said in English because a language lacks them")
                .register(meters);
    }

    /** In the language of the request. */
    public String say(Saying saying) {
        return say(saying, LocaleContextHolder.getLocale());
    }

    /** {@link #say(Saying)} of a key and what is filled in. */
    public String say(String key, Object... arguments) {
        return say(Sentence.of(key, arguments));
    }

    /** What a person or a group is called, in the language of the request. */
    public String name(String userOrGroup) {
        return say(names.named(userOrGroup));
    }

    /** What somebody is told who was refused, in the language of the request; the field comes first where one is meant. */
    public String say(Refusal refused) {
        return (refused.field() == null ? "" : refused.field() + ": ") + say(refused.saying());
    }

    public String say(Saying saying, Locale language) {
        return new Voice(bundles, language, house, names).say(saying);
    }

    /** By the clock of another zone, the customer's. */
    public String say(Saying saying, Locale language, ZoneId zone) {
        return new Voice(bundles, language, zone, names).say(saying);
    }

    /** A point in time by the house's clock, in the language of the request; empty when there is none. */
    public String at(@Nullable Instant at) {
        return at == null ? "" : new Voice(bundles, LocaleContextHolder.getLocale(), house, names).at(at, house);
    }

    /** The languages that Recourse speaks. */
    public Bundles bundles() {
        return bundles;
    }

    /** The texts of the scripts in Tasklist and Cockpit, unfilled. */
    public SortedMap<String, String> textsOf(String prefix, Locale language) {
        return bundles.beginningWith(prefix, language);
    }
}
