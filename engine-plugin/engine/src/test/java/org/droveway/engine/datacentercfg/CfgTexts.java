package org.droveway.engine.datacentercfg;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes files from a seeded source of chance. */
final class CfgTexts {
    private static final List<String> OTHERS = List.of(
            "keyboard: de",
            "# migration: insecure",
            "",
            "  ",
            "replication: secure,network=10.9.0.0/24",
            "migration-note: x",
            "migrations: many",
            "description: \u00fcber",
            "bwlimit: migration=1024",
            "a b: c",
            "\u0000\u00ff\u0001");
    private static final List<String> POLICIES = List.of(
            "secure",
            "insecure",
            "type=secure",
            "secure,network=10.1.2.1/24",
            ",network=fd00::1/64,,insecure,",
            "Secure",
            "secure,network=10.1.2.0/7",
            "",
            "secure # fast",
            "secure, network=10.1.2.0/24");
    private static final List<String> KEYS = List.of(
            "migration:",
            "migration: ",
            "migration:",
            " \tmigration:\t ",
            "Migration: ",
            "migration : ",
            "migration=",
            "\u00efmigration: ");
    private static final List<String> OLD =
            List.of("migration_unsecure: 1", "migration_unsecure: off", "migration_unsecure: maybe");
    private static final List<String> ENDS = List.of("\n", "\n", "\r\n", " \n", "\n\n", "\r");
    private static final String NOISE =
            "migration_unsecure:= ,#/.\n\r\t0123456789secureinsecurenetworktype\u0000\u00a0\u00ff";

    private CfgTexts() {}

    /** A file of a few lines, good or bad. */
    static byte[] file(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(line(random)).append(pick(random, ENDS));
        }
        if (random.nextBoolean()) {
            text.append(line(random));
        }
        return bytes(text);
    }

    /** The same with up to three bytes changed, added or taken away. */
    static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder(new String(file(random), StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            char c = NOISE.charAt(random.nextInt(NOISE.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.delete(at, Math.min(at + 1, text.length()));
                default -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
            }
        }
        return bytes(text);
    }

    private static String line(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> (random.nextInt(3) == 0 ? pick(random, KEYS) : "migration: ") + pick(random, POLICIES);
            case 3 -> random.nextBoolean() ? pick(random, OLD) : "";
            default -> pick(random, OTHERS);
        };
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
