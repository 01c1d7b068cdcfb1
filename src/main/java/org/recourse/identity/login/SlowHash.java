package org.recourse.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes guessing passwords from a stolen database expensive; the engine's own digest is a single SHA-512. What was right
 * is remembered for a minute, together with the stored hash: a changed password counts at once, on every node.
 */
public final class SlowHash implements PasswordEncryptor {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SALT_AND_HASH = 53;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final BCryptPasswordEncoder bcrypt;
    private final SecretKeySpec key;
    private final String nobodys;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    public SlowHash(int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, MAC);
        nobodys = "$2a$%02d$".formatted(strength) + "u".repeat(SALT_AND_HASH);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(shortened(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        var fingerprint = fingerprint(password, encrypted);
        if (verified.getIfPresent(fingerprint) != null) {
            return true;
        }
        var right = bcrypt.matches(shortened(password), encrypted);
        if (right) {
            verified.put(fingerprint, true);
        }
        return right;
    }

    /** Takes as long as for somebody, so that the time tells nobody which users exist. */
    void checkNobodys(String password) {
        bcrypt.matches(shortened(password), nobodys);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt-sha-256";
    }

    /** The engine appends its own salt, and bcrypt reads 72 bytes only. */
    private static String shortened(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** No password lies in memory for a minute, and what does is of no use elsewhere. */
    private String fingerprint(String password, String encrypted) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(encrypted.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
