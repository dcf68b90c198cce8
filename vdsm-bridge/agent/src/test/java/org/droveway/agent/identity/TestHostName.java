package org.droveway.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.List;
import org.droveway.agent.testing.Authority;
import org.junit.jupiter.api.Test;

class TestHostName {
    private static final Authority AUTHORITY = new Authority("CA");
    private static final PublicKey KEY = Authority.generate("EC").getPublic();

    @Test
    void isTheCommonName() {
        assertThat(HostName.of(AUTHORITY.sign("CN=h1", KEY, List.of()))).contains("h1");
    }

    @Test
    void isFoundAmongOtherParts() {
        assertThat(HostName.of(AUTHORITY.sign("O=Droveway,CN=h1,SERIALNUMBER=7", KEY, List.of("h1", "10.61.0.11"))))
                .contains("h1");
    }

    @Test
    void mustBeAmongTheDnsNames() {
        assertThat(HostName.of(AUTHORITY.sign("CN=h1", KEY, List.of("h2")))).isEmpty();
    }

    @Test
    void addressesAreNoNames() {
        assertThat(HostName.of(AUTHORITY.sign("CN=h1", KEY, List.of("10.61.0.11"))))
                .contains("h1");
    }

    @Test
    void withoutCommonNameThereIsNone() {
        assertThat(HostName.of(AUTHORITY.sign("O=h1", KEY, List.of("h1")))).isEmpty();
    }
}
