package org.recourse.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One notation (E.164) for the many in which people write a phone number, so that equal numbers are found. */
@Component
public class PhoneNumbers {

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region whose national notation is meant when no country code is given */
    public PhoneNumbers(@Value("${recourse.region-of-phones:DE}") String region) {
        this.region = region;
    }

    /**
     * The number in E.164.
     *
     * @param field named in the refusal
     * @throws RefusedInput when this is no phone number, or has letters: those of a keypad are the number of somebody else
     */
    public String normalise(String field, String anyNotation) {
        String letters = letters(anyNotation);
        if (!letters.isEmpty()) {
            throw new RefusedInput(
                    field,
                    Sentence.of("customer.phone-letters", FieldTexts.quoted(anyNotation), FieldTexts.quoted(letters)));
        }
        return parse(anyNotation)
                .map(number -> library.format(number, PhoneNumberFormat.E164))
                .orElseThrow(() ->
                        new RefusedInput(field, Sentence.of("customer.phone-number", FieldTexts.quoted(anyNotation))));
    }

    /** True for mobile numbers and for those of countries that do not tell them apart. */
    public boolean canReceiveText(String anyNotation) {
        return parse(anyNotation)
                .map(library::getNumberType)
                .filter(type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
                .isPresent();
    }

    Optional<String> tryNormalise(String anyNotation) {
        return parse(anyNotation).map(number -> library.format(number, PhoneNumberFormat.E164));
    }

    /** As people in the region write it; else as telephony sends it, with the country code and without its plus. */
    private Optional<PhoneNumber> parse(String text) {
        if (!letters(text).isEmpty()) {
            return Optional.empty();
        }
        Optional<PhoneNumber> national = parsed(text);
        if (!beginsLikeCountryCode(text)
                || national.filter(number -> library.getNumberType(number) != PhoneNumberType.FIXED_LINE)
                        .isPresent()) {
            return national;
        }
        return parsed("+" + text.strip()).filter(library::isValidNumber).or(() -> national);
    }

    /** In most countries a national number begins with a nought, and one without may be that of another country. */
    private static boolean beginsLikeCountryCode(String text) {
        String plain = text.strip();
        return !plain.isEmpty() && plain.charAt(0) >= '1' && plain.charAt(0) <= '9';
    }

    private Optional<PhoneNumber> parsed(String text) {
        try {
            PhoneNumber number = library.parse(text, region);
            return isCallable(number, text) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(character -> Character.isLetter(character) || Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** With its country code a possible number is enough: number plans change faster than the library. */
    private boolean isCallable(PhoneNumber number, String text) {
        boolean international = text.strip().startsWith("+");
        return library.isValidNumber(number) || (international && library.isPossibleNumber(number));
    }
}
