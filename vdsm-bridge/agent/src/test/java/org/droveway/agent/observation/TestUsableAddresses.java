package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestUsableAddresses {
    @ParameterizedTest
    @CsvSource({
        "global,false,false,false,false,true",
        "link,false,false,false,false,false",
        "host,false,false,false,false,false",
        "global,true,false,false,false,false",
        "global,false,true,false,false,false",
        "global,false,false,true,false,false",
        "global,false,false,false,true,false"
    })
    void onlyWhatAMigrationMayUse(
            String scope, boolean temporary, boolean deprecated, boolean tentative, boolean failed, boolean usable) {
        NicAddress address = new NicAddress("fd00::1", 64, scope, temporary, deprecated, tentative, failed);
        assertThat(UsableAddresses.of(List.of(new Nic("mig0", true, 1500, List.of(address)))))
                .isEqualTo(usable ? List.of("fd00::1") : List.of());
    }

    @Test
    void anInterfaceThatIsDownHasNone() {
        NicAddress address = new NicAddress("10.62.0.11", 24, "global", false, false, false, false);
        assertThat(UsableAddresses.of(List.of(new Nic("mig0", false, 1500, List.of(address)))))
                .isEmpty();
    }
}
