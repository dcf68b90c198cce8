package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Makes what the engine is given from outside: time, settings, keys. */
@ApplicationScoped
class SecurityBeans {
    private final EngineSettings settings = EngineSettings.of(System.getenv());
    private final Clock clock = Clock.systemUTC();
    private final Authorities authorities = Authorities.open(settings.data(), clock.instant());

    @Produces
    @Dependent
    Clock clock() {
        return clock;
    }

    @Produces
    @Dependent
    EngineSettings settings() {
        return settings;
    }

    @Produces
    @Dependent
    Authorities authorities() {
        return authorities;
    }

    @Produces
    @Dependent
    PermitSigner permits() {
        return authorities.permits();
    }
}
