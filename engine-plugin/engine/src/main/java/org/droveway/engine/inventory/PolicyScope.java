package org.droveway.engine.inventory;

/** Who may say something about migrations, from the widest to the narrowest. */
public enum PolicyScope {
    DATA_CENTER("data center"),
    CLUSTER("cluster"),
    VM("VM"),
    /** One request for one migration. */
    OVERRIDE("request");

    private final String words;

    PolicyScope(String words) {
        this.words = words;
    }

    /** Whether only administrators speak here. */
    public boolean isAdministered() {
        return this == DATA_CENTER || this == CLUSTER;
    }

    /** For people, for example {@code data center}. */
    public String words() {
        return words;
    }
}
