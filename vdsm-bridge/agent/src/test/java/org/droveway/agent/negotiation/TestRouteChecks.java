package org.droveway.agent.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.Nic;
import org.junit.jupiter.api.Test;

class TestRouteChecks {
    private static final List<Nic> NICS = List.of(
            new Nic("mgmt0", true, 1500, List.of(Sample.address("10.61.0.11", false, false))),
            new Nic("mig0", true, 9000, List.of(Sample.address("10.62.0.11", false, false))),
            new Nic("mig6", true, 9000, List.of(Sample.address("fd62::11", false, false))));

    private static Optional<Route> by(String nic, String source) {
        return Optional.of(new Route(nic, source, null, null));
    }

    @Test
    void theRightRouteIsFine() {
        assertThat(RouteChecks.out("h1", "10.62.0.11", "10.62.0.12", by("mig0", "10.62.0.11"), NICS))
                .isEmpty();
        assertThat(RouteChecks.back("h1", "10.62.0.11", "10.62.0.12", by("mig0", "10.62.0.11"), NICS))
                .isEmpty();
    }

    @Test
    void aMissingRouteIsShownAsTheLineThatMakesIt() {
        assertThat(RouteChecks.out("h1", "10.62.0.11", "10.62.9.12", Optional.empty(), NICS))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("SOURCE_ADDRESS_UNEXPECTED");
                    assertThat(refusal.found()).isEqualTo("no route to 10.62.9.12");
                    assertThat(refusal.remedy()).startsWith("ip route replace 10.62.9.12/32 dev mig0 src 10.62.0.11;");
                });
    }

    @Test
    void theRightAddressOverTheWrongInterfaceIsRefused() {
        assertThat(RouteChecks.out("h1", "10.62.0.11", "10.62.0.12", by("mgmt0", "10.62.0.11"), NICS))
                .extracting(Refusal::found)
                .containsExactly("the route to 10.62.0.12 leaves from 10.62.0.11 by mgmt0");
    }

    @Test
    void theWayBackNeedsARuleOfItsOwn() {
        assertThat(RouteChecks.back("h2", "fd62::11", "fd62::12", by("mgmt0", "fd62::11"), NICS))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("ROUTE_BACK_UNEXPECTED");
                    assertThat(refusal.remedy())
                            .startsWith("ip rule add from fd62::11 lookup 61; ip route add fd62::12/128 dev mig6"
                                    + " src fd62::11 table 61;");
                });
    }

    @Test
    void anAddressThatNoInterfaceHasIsSaid() {
        assertThat(RouteChecks.out("h1", "10.62.0.99", "10.62.0.12", by("mig0", "10.62.0.11"), NICS))
                .extracting(Refusal::remedy)
                .containsExactly("give host h1 the address 10.62.0.99; then look at 'ip route get 10.62.0.12'");
    }
}
