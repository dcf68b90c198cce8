package org.droveway.engine.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.droveway.engine.inventory.InvalidInputException;

/** Makes, hashes and checks passwords, two at a time: each takes 19 MiB for the moment. */
@ApplicationScoped
class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore places = new Semaphore(2, true);

    /** What an unknown name's password is compared with, so that it takes as long. */
    private String nobodys = "";

    @PostConstruct
    void prepare() {
        nobodys = PasswordHash.of(generate());
    }

    /** A new one of 144 random bits. */
    static String generate() {
        byte[] bits = new byte[18];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * The hash to keep.
     *
     * @throws InvalidInputException if the password is shorter than 12 or longer than 128 characters
     */
    String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidInputException(
                    "the password has " + password.length() + " characters, needed " + SHORTEST + " to " + LONGEST);
        }
        return inPlace(() -> PasswordHash.of(password));
    }

    boolean matches(String password, String kept) {
        boolean checkable = password.length() <= LONGEST;
        return inPlace(() -> PasswordHash.matches(checkable ? password : "", kept)) && checkable;
    }

    /** Takes as long as checking somebody's. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
