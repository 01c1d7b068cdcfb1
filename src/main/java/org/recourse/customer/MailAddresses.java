package org.recourse.customer;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** One notation for mail addresses: bare, lower case, the domain in ASCII. */
final class MailAddresses {

    private static final int LONGEST = 254;

    private MailAddresses() {}

    static String normalise(String field, String text) {
        return tryNormalise(text)
                .orElseThrow(
                        () -> new RefusedInput(field, Sentence.of("customer.mail-address", FieldTexts.quoted(text))));
    }

    static Optional<String> tryNormalise(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        int at = bare.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            String address = bare.substring(0, at) + '@' + IDN.toASCII(bare.substring(at + 1));
            new InternetAddress(address, true).validate();
            boolean plain = address.equals(new InternetAddress(address, true).getAddress());
            boolean hasDomain = address.indexOf('.', at) > 0;
            return plain && hasDomain && address.length() <= LONGEST ? Optional.of(address) : Optional.empty();
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
