package org.droveway.engine.audit.store;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import org.droveway.engine.audit.Authorship;
import org.jspecify.annotations.Nullable;

/** Who acts in the request at hand: said at its door, asked when what it changed is written down. */
@RequestScoped
public class Author {
    private Authorship authorship = Authorship.ENGINE;

    /** Who acts, as far as is known. */
    public Authorship authorship() {
        return authorship;
    }

    /** Somebody else than the engine acts. */
    public void is(String who, @Nullable String address, @Nullable String request) {
        authorship = new Authorship(who, address, request, authorship.reason());
    }

    /** Why, in the words of whoever acts; stands in every entry of this request. */
    public void because(@Nullable String reason) {
        authorship = new Authorship(authorship.who(), authorship.address(), authorship.request(), reason);
    }

    /** Whoever acts on this thread; the engine where there is no request. */
    static Authorship current() {
        try {
            return CDI.current().select(Author.class).get().authorship();
        } catch (ContextNotActiveException e) {
            return Authorship.ENGINE;
        }
    }
}
