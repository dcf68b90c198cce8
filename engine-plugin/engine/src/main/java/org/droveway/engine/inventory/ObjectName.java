package org.droveway.engine.inventory;

import java.util.regex.Pattern;

/** What data centers, clusters, networks and hosts may be called. */
public final class ObjectName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private ObjectName() {}

    /**
     * The name.
     *
     * @throws InvalidInputException if it is not 1 to 63 letters, digits, dots, dashes and underscores, a letter or digit first
     */
    public static String check(String kind, String name) {
        if (!isOne(name)) {
            throw new InvalidInputException("a " + kind + " cannot be called '" + name
                    + "'; needed 1 to 63 letters, digits, '.', '-' and '_', beginning with a letter or digit");
        }
        return name;
    }

    /** Whether something could be called so. */
    public static boolean isOne(String name) {
        return ALLOWED.matcher(name).matches();
    }
}
