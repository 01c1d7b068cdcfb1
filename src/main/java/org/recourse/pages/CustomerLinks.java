package org.recourse.pages;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the links in customers' messages. Whoever knows one may use it, so it cannot be guessed. */
@Component
public class CustomerLinks {

    private static final int RANDOM_BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("(/(?:rate|callback)/)[\\w-]+");

    private final String publicAddress;
    private final SecureRandom random = new SecureRandom();

    CustomerLinks(@Value("${recourse.public-address:http://localhost:${server.port:8080}}") String publicAddress) {
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    public String newToken() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String rating(String token) {
        return publicAddress + "/rate/" + token;
    }

    public String callback(String token) {
        return publicAddress + "/callback/" + token;
    }

    /** The text of a message as people in the house may read it: they must not answer for the customer. */
    public static String withoutTokens(String text) {
        return TOKEN.matcher(text).replaceAll("$1…");
    }
}
