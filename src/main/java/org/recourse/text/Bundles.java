package org.recourse.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of Recourse: one file for each language under {@code texts/}; adding a language is adding files. A text that a
 * language lacks is said as {@link Fallback} says.
 */
public final class Bundles extends ResourceBundleMessageSource {

    private static final String BASE = "texts/recourse";
    private static final Pattern FILE = Pattern.compile("recourse_([a-z]{2})\\.properties");

    /** One for the whole application, which exceptions say their sentence by, too. */
    static final Bundles INSTANCE = new Bundles();

    private final SortedSet<String> languages = languagesFound();

    private Bundles() {
        setBasename(BASE);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        setDefaultLocale(Fallback.LANGUAGE);
        setAlwaysUseMessageFormat(true);
    }

    private static SortedSet<String> languagesFound() {
        SortedSet<String> found = new TreeSet<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(Bundles.class.getClassLoader())
                    .getResources("classpath*:texts/recourse_*.properties")) {
                Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    found.add(name.group(1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** Language tags for which there is a bundle, English among them. */
    public SortedSet<String> languages() {
        return languages;
    }

    /** The language that is told to somebody who asks for this one: their own, or English. */
    public Locale spoken(Locale wanted) {
        return languages.contains(wanted.getLanguage())
                ? Locale.forLanguageTag(wanted.getLanguage())
                : Fallback.LANGUAGE;
    }

    public boolean knows(String key, Locale language) {
        ResourceBundle bundle = getResourceBundle(BASE, language);
        return bundle != null && bundle.containsKey(key);
    }

    /** The text with its places for arguments; in English where the language lacks it; the key itself where nobody wrote one. */
    String pattern(String key, Locale language) {
        return text(key, language, new Object[0]);
    }

    String text(String key, Locale language, Object[] arguments) {
        String said = getMessage(key, arguments, key, Fallback.unless(knows(key, language), language));
        return said == null ? key : said;
    }

    /** Every text whose key begins so, unfilled, for those who say them elsewhere: the scripts in a browser. */
    SortedMap<String, String> beginningWith(String prefix, Locale language) {
        SortedMap<String, String> texts = new TreeMap<>();
        ResourceBundle all = getResourceBundle(BASE, Fallback.LANGUAGE);
        ResourceBundle own = getResourceBundle(BASE, spoken(language));
        if (all != null && own != null) {
            for (String key : all.keySet()) {
                if (key.startsWith(prefix)) {
                    texts.put(
                            key, Fallback.unless(own.containsKey(key) ? own.getString(key) : null, all.getString(key)));
                }
            }
        }
        return texts;
    }
}
