package org.droveway.engine.policy;

import java.util.Locale;
import java.util.Random;

/** Makes policy texts from a seeded source of chance. */
final class PolicyTexts {
    private static final String ALPHABET = "secureinsecuretypenetwork=,,==//..::0123456789abcdef ABF#%[]\t\u00a0é\n\0";

    private PolicyTexts() {}

    static String valid(Random random) {
        String type = (random.nextBoolean() ? "type=" : "") + (random.nextBoolean() ? "secure" : "insecure");
        String empty = ",".repeat(random.nextInt(3));
        if (random.nextInt(4) == 0) {
            return empty + type + empty;
        }
        String network = "network=" + cidr(random);
        return random.nextBoolean() ? type + "," + empty + network : empty + network + "," + type + empty;
    }

    private static String cidr(Random random) {
        if (random.nextBoolean()) {
            return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                    + random.nextInt(256) + "/" + (8 + random.nextInt(25));
        }
        String group = Integer.toHexString(random.nextInt(65_536));
        String text = "fd00:" + (random.nextBoolean() ? group.toUpperCase(Locale.ROOT) : group) + "::"
                + Integer.toHexString(random.nextInt(65_536));
        return text + "/" + (8 + random.nextInt(121));
    }

    /** A valid text with up to three characters changed, added or taken away. */
    static String mutated(Random random) {
        StringBuilder text = new StringBuilder(valid(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.delete(at, at + 1);
                default -> text.replace(at, at + 1, String.valueOf(c));
            }
        }
        return text.toString();
    }
}
