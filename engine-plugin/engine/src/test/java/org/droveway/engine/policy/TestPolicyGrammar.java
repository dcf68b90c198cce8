package org.droveway.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.MigrationPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPolicyGrammar {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secure | secure",
                "insecure | insecure",
                "type=secure | secure",
                "type=insecure | insecure",
                "secure,network=10.1.2.0/24 | secure,network=10.1.2.0/24",
                "network=10.1.2.0/24,secure | secure,network=10.1.2.0/24",
                "network=10.1.2.0/24,type=insecure | insecure,network=10.1.2.0/24",
                "secure,network=10.1.2.1/24 | secure,network=10.1.2.1/24",
                "secure,network=FD00::1/64 | secure,network=FD00::1/64",
                "secure,network=fd00:0::/8 | secure,network=fd00:0::/8",
                "secure,network=10.0.0.0/8 | secure,network=10.0.0.0/8",
                "secure,network=10.0.0.1/32 | secure,network=10.0.0.1/32",
                "secure,network=fd00::1/128 | secure,network=fd00::1/128",
                "secure, | secure",
                ",secure | secure",
                ",,secure,,network=10.1.2.0/24,, | secure,network=10.1.2.0/24",
            })
    void takesWhatProxmoxTakes(String text, String printed) {
        MigrationPolicy policy = PolicyGrammar.parse(text);
        assertThat(PolicyGrammar.print(policy)).isEqualTo(printed);
        assertThat(policy.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 1 | \"\" | a type",
                ", | 1 | , | a type",
                "network=10.1.2.0/24 | 1 | network=10.1.2.0/24 | a type",
                "bogus | 1 | bogus | 'secure' or 'insecure'",
                "Secure | 1 | Secure | 'secure' in lower case",
                "INSECURE | 1 | INSECURE | 'insecure' in lower case",
                "type=SECURE | 6 | SECURE | 'secure' in lower case",
                "Type=secure | 1 | Type | 'type' in lower case",
                "type= | 1 | type= | 'secure' or 'insecure'",
                "=secure | 1 | =secure | a key before '='",
                "secure,Network=10.1.2.0/24 | 8 | Network | 'network' in lower case",
                "secure,net=10.1.2.0/24 | 8 | net | key 'type' or 'network'",
                "secure,secure | 8 | secure | the type only once",
                "secure,type=secure | 8 | type=secure | the type only once",
                "type=secure,insecure | 13 | insecure | the type only once",
                "secure,network=10.1.2.0/24,network=10.1.2.0/24 | 28 | network=10.1.2.0/24 | the network only once",
                "secure,network= | 8 | network= | a CIDR",
                "secure,network=10.1.2.3 | 16 | 10.1.2.3 | a CIDR",
                "secure,network=eth1 | 16 | eth1 | a CIDR",
                "secure,network=10.1.2.0/7 | 16 | 10.1.2.0/7 | a prefix from 8 to 32",
                "secure,network=10.1.2.0/33 | 16 | 10.1.2.0/33 | a prefix from 8 to 32",
                "secure,network=10.1.2.0/024 | 16 | 10.1.2.0/024 | without leading zeros",
                "secure,network=10.1.2.0/ | 16 | 10.1.2.0/ | a prefix from 8 to 32",
                "secure,network=10.1.02.0/24 | 16 | 10.1.02.0/24 | leading zero",
                "secure,network=10.1.2.300/24 | 16 | 10.1.2.300/24 | above 255",
                "secure,network=fd00::/7 | 16 | fd00::/7 | a prefix from 8 to 128",
                "secure,network=fd00::/129 | 16 | fd00::/129 | a prefix from 8 to 128",
                "secure,network=fd00::/064 | 16 | fd00::/064 | without leading zeros",
                "secure,network=fd00::3 | 16 | fd00::3 | a prefix from 8 to 128",
                "secure,network=[fd00::]/64 | 16 | [fd00::]/64 | a CIDR",
                "secure,network=fe80::1%eth0/64 | 16 | fe80::1%eth0/64 | a CIDR",
                "secure,network=10.1.2.0/255.255.255.0 | 16 | 10.1.2.0/255.255.255.0 | a prefix from 8 to 32",
                "secure,network=10.1.2.0/24=x | 16 | 10.1.2.0/24=x | a prefix from 8 to 32",
                "secure,10.1.2.0/24 | 8 | 10.1.2.0/24 | the type only once",
                "10.1.2.0/24 | 1 | 10.1.2.0/24 | a network is written 'network=10.1.2.0/24'",
                "\"secure, network=10.1.2.0/24\" | 8 | \" network=10.1.2.0/24\" | no blanks",
                "\"secure,network =10.1.2.0/24\" | 15 | \" =10.1.2.0/24\" | no blanks",
                "\"secure,network= 10.1.2.0/24\" | 16 | \" 10.1.2.0/24\" | no blanks",
                "\" secure\" | 1 | \" secure\" | no blanks",
                "\"secure \" | 7 | \" \" | no blanks",
                "\"secure, ,network=10.1.2.0/24\" | 8 | \" \" | no blanks",
                "\"secure # the default\" | 7 | \" # the default\" | no comment",
                "secure#default | 7 | #default | no comment",
                "\"secure # quick, safe\" | 7 | \" # quick, safe\" | no comment",
                "\"secure,network=10.1.2.0/24 #x\" | 27 | \" #x\" | no comment",
                "\"secure,type =secure\" | 12 | \" =secure\" | no blanks",
                "\"secure, network=10.1.2.0/24\" | 8 | \" network=10.1.2.0/24\" | no blanks",
                "secure;network=10.1.2.0/24 | 1 | secure;network | key 'type' or 'network'",
            })
    void refusesWhatProxmoxWouldDrop(String text, int column, String found, String needed) {
        assertThatThrownBy(() -> PolicyGrammar.parse(text))
                .isInstanceOfSatisfying(
                        PolicySyntaxException.class,
                        e -> assertThat(e.errors()).anySatisfy(error -> {
                            assertThat(error.column()).isEqualTo(column);
                            assertThat(error.found()).isEqualTo(found);
                            assertThat(error.needed()).contains(needed);
                        }));
    }

    @Test
    void namesAllErrorsAtOnceInTheirOrder() {
        assertThatThrownBy(() -> PolicyGrammar.parse("Secure,net=1,network=10.1.2.0/99"))
                .isInstanceOfSatisfying(
                        PolicySyntaxException.class,
                        e -> assertThat(e.errors())
                                .extracting(PolicyError::column)
                                .containsExactly(1, 8, 22));
    }

    @Test
    void looksBetweenTheBlanksToo() {
        assertThatThrownBy(() -> PolicyGrammar.parse("Secure , Network = eth1 # fast"))
                .isInstanceOfSatisfying(
                        PolicySyntaxException.class,
                        e -> assertThat(e.errors())
                                .extracting(PolicyError::column)
                                .containsExactly(1, 7, 9, 10, 20, 24));
    }

    @Test
    void saysNothingOfAMissingTypeThatIsThereAmongBlanks() {
        assertThatThrownBy(() -> PolicyGrammar.parse(" type = secure"))
                .isInstanceOfSatisfying(
                        PolicySyntaxException.class, e -> assertThat(e.errors()).hasSize(1));
    }

    @Test
    void refusesWhatIsTooLongToBeMeant() {
        assertThatThrownBy(() -> PolicyGrammar.parse("secure" + ",".repeat(PolicyGrammar.MAX_LENGTH)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("at most 255");
    }

    @Test
    void readsAgainWhatItPrinted() {
        Random random = new Random(46);
        for (int i = 0; i < 20_000; i++) {
            String text = PolicyTexts.valid(random);
            MigrationPolicy policy = PolicyGrammar.parse(text);
            MigrationPolicy again = PolicyGrammar.parse(PolicyGrammar.print(policy));
            assertThat(again.type()).isEqualTo(policy.type());
            assertThat(again.network()).isEqualTo(policy.network());
        }
    }

    @Test
    void neverThrowsUnexpectedlyAndNeverAcceptsWhatPrintsDifferently() {
        Random random = new Random(47);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = PolicyTexts.mutated(random);
            try {
                MigrationPolicy policy = PolicyGrammar.parse(text);
                String printed = PolicyGrammar.print(policy);
                if (!printed.equals(sorted(text))) {
                    fail("'" + text + "' prints as '" + printed + "'");
                }
                accepted++;
            } catch (PolicySyntaxException e) {
                checkColumns(text, e);
            }
        }
        assertThat(accepted).as("accepted texts").isGreaterThan(10_000);
    }

    private static void checkColumns(String text, PolicySyntaxException e) {
        boolean inside = e.errors().stream().allMatch(error -> text.startsWith(error.found(), error.column() - 1));
        if (e.errors().isEmpty() || !inside) {
            fail(e.getMessage());
        }
    }

    /** The same parts, by other means than the parser's. */
    private static String sorted(String text) {
        List<String> parts = Arrays.stream(text.split(","))
                .filter(p -> !p.isEmpty())
                .map(p -> p.startsWith("type=") ? p.substring(5) : p)
                .toList();
        return parts.stream()
                .sorted((a, b) -> Boolean.compare(a.startsWith("network="), b.startsWith("network=")))
                .collect(Collectors.joining(","));
    }
}
