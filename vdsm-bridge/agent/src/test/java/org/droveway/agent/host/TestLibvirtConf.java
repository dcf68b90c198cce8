package org.droveway.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLibvirtConf {
    @Test
    void settingsAreRead() {
        LibvirtConf conf = LibvirtConf.parse("""
                # A comment: lock_manager = "no"
                lock_manager = "sanlock"   # the last word
                user='root'
                migrate_tls_force=1
                migration_port_min = 49152
                cgroup_device_acl = [
                    "/dev/null", # not a ]
                    '/dev/full',
                ]
                namespaces = [ ]
                notes = ""\"of
                two lines""\"
                """);
        assertThat(conf.text("lock_manager")).contains("sanlock");
        assertThat(conf.text("user")).contains("root");
        assertThat(conf.on("migrate_tls_force")).isTrue();
        assertThat(conf.on("migrate_tls_x509_verify")).isFalse();
        assertThat(conf.text("notes")).contains("of\ntwo lines");
    }

    @Test
    void ofAKeyThatComesTwiceTheFirstCounts() {
        assertThat(LibvirtConf.parse("user = 'a'\nuser = 'b'").text("user")).contains("a");
    }

    @Test
    void aFileOfCommentsAloneSaysNothing() {
        assertThat(LibvirtConf.parse("# nothing\n".repeat(5_000)).text("user")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user|line 1: needed a key and '='",
                "user = root|line 1: needed a number, a quoted string or a list",
                "user = \"root|line 1: needed a closing \"",
                "a = [ \"b\" \"c\" ]|line 1: needed ',' or ']'",
                "a = [ [ ] ]|line 1: needed a string, a list has no lists"
            })
    void whatLibvirtCannotReadIsRefusedWithItsLine(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LibvirtConf.parse(text))
                .withMessage(message);
    }
}
