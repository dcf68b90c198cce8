package org.droveway.engine.datacentercfg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.policy.PolicyGrammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a file, and what is changed in it. */
class TestDatacenterCfg {
    private static final String FILE = """
            # Rack 7
            keyboard: de

            migration: secure,network=10.1.2.1/24
            replication: insecure
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n",
                FILE,
                "keyboard: de",
                "migration: secure",
                "migration: secure\r\nkeyboard: de\r\n",
                " migration:\tinsecure  \n",
                "migration:secure",
                "# migration: nonsense\n",
                "migration-x: y\nmigrations: z\nmigration.a: b\nremigration: c\n",
                "what is this\n: x\nkey=value\n",
                "migration_unsecure: 1\n",
            })
    void keepsEveryByte(String file) {
        assertThat(text(parse(file))).isEqualTo(file);
    }

    @Test
    void keepsWhatIsNoUtf8() {
        byte[] file = "# caf\u00e9 \u0000\nmigration: secure\n\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(DatacenterCfg.parse(file).bytes()).isEqualTo(file);
        assertThat(DatacenterCfg.parse(file).policy()).isEqualTo(policy("secure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migration: insecure,network=fd00::1/64",
                "migration:insecure,network=fd00::1/64\n",
                "\n\n \t migration:\tinsecure,network=fd00::1/64 \r\n",
                "# migration: secure\nmigration: insecure,network=fd00::1/64\f\nreplication: secure\n",
            })
    void readsThePolicy(String file) {
        assertThat(parse(file).policy()).isEqualTo(policy("insecure,network=fd00::1/64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# migration: secure\n", "replication: secure\n", "migration-old: secure\n"})
    void findsNoPolicyWhereNoneIs(String file) {
        assertThat(parse(file).policy()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "on", "YES", "True"})
    void readsTheOldKeyAsInsecure(String value) {
        assertThat(parse("migration_unsecure: " + value).policy()).isEqualTo(policy("insecure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "OFF", "no", "false"})
    void readsTheOldKeyAsSecure(String value) {
        assertThat(parse("migration_unsecure:" + value + "\r\n").policy()).isEqualTo(policy("secure"));
    }

    @Test
    void anotherPolicyTakesThePlaceOfTheOneThatWasThere() {
        assertThat(with(FILE, "insecure")).isEqualTo(FILE.replace("secure,network=10.1.2.1/24", "insecure"));
    }

    @Test
    void theSamePolicyChangesNothing() {
        DatacenterCfg file = parse(FILE);
        assertThat(file.with(file.policy())).isSameAs(file);
    }

    @Test
    void blanksAndCarriageReturnStayAroundANewPolicy() {
        assertThat(with("\t migration:\t secure \r\nkeyboard: de\r\n", "insecure"))
                .isEqualTo("\t migration:\t insecure \r\nkeyboard: de\r\n");
    }

    @Test
    void theOldKeyGivesItsPlaceToTheNewOne() {
        assertThat(with("a: b\n migration_unsecure:  yes\r\nc: d", "secure"))
                .isEqualTo("a: b\n migration: secure\r\nc: d");
    }

    @Test
    void theOldKeyStaysWhereItSaysTheSame() {
        assertThat(with("migration_unsecure: 1\n", "insecure")).isEqualTo("migration_unsecure: 1\n");
    }

    @Test
    void aPolicyThatIsTakenAwayTakesItsLineWithIt() {
        assertThat(text(parse(FILE).with(null))).isEqualTo(FILE.replace("migration: secure,network=10.1.2.1/24\n", ""));
        assertThat(text(parse("a: b\nmigration: secure").with(null))).isEqualTo("a: b\n");
        assertThat(text(parse("migration_unsecure: 0").with(null))).isEmpty();
    }

    @Test
    void aNewPolicyComesToTheEnd() {
        assertThat(with("", "secure")).isEqualTo("migration: secure\n");
        assertThat(with("a: b\n\n", "secure")).isEqualTo("a: b\n\nmigration: secure\n");
        assertThat(with("a: b\r\n", "secure")).isEqualTo("a: b\r\nmigration: secure\r\n");
    }

    @Test
    void aNewPolicyComesBehindALastLineWithoutLineFeed() {
        assertThat(with("a: b", "secure")).isEqualTo("a: b\nmigration: secure");
        assertThat(with("a: b\r\nc: d", "secure")).isEqualTo("a: b\r\nc: d\r\nmigration: secure");
        assertThat(with("a: b\r\nc: d\r", "secure")).isEqualTo("a: b\r\nc: d\r\nmigration: secure");
    }

    @Test
    void theDigestIsWhatSha256sumPrints() {
        assertThat(DatacenterCfg.EMPTY.digest())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static String with(String file, String policy) {
        return text(parse(file).with(policy(policy)));
    }

    private static MigrationPolicy policy(String text) {
        return PolicyGrammar.parse(text);
    }

    private static DatacenterCfg parse(String file) {
        return DatacenterCfg.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DatacenterCfg file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
