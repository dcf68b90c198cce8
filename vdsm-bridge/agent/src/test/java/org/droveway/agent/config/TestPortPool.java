package org.droveway.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPortPool {
    @ParameterizedTest
    @CsvSource({"61000-61049,61000,61049", "1024-65535,1024,65535", "2000-2000,2000,2000"})
    void readsWhatItPrints(String text, int first, int last) {
        PortPool pool = PortPool.parse(text);
        assertThat(pool).isEqualTo(new PortPool(first, last)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "61000",
                "61000-",
                "-61049",
                "61000-61049 ",
                "a-b",
                "61000:61049",
                "61049-61000",
                "80-90",
                "61000-65536",
                "123456-123457"
            })
    void refusesWhatIsNoPool(String text) {
        assertThatThrownBy(() -> PortPool.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needed");
    }

    @ParameterizedTest
    @CsvSource({
        "61000-61049,61049-61060,true",
        "61000-61049,61050-61060,false",
        "61000-61049,60000-61000,true",
        "61000-61049,60000-60999,false",
        "61000-61049,61010-61020,true",
        "61010-61020,61000-61049,true"
    })
    void knowsWhatOverlaps(String one, String other, boolean overlaps) {
        assertThat(PortPool.parse(one).overlaps(PortPool.parse(other))).isEqualTo(overlaps);
    }

    @Test
    void listsItsPortsInOrder() {
        assertThat(new PortPool(2000, 2003).ports()).containsExactly(2000, 2001, 2002, 2003);
    }

    @ParameterizedTest
    @CsvSource({"1999,false", "2000,true", "2003,true", "2004,false"})
    void containsItsEnds(int port, boolean contained) {
        assertThat(new PortPool(2000, 2003).contains(port)).isEqualTo(contained);
    }
}
