package org.droveway.protocol;

/** The version both protocols speak. A peer with another version is refused by name, nothing is downgraded. */
public final class ProtocolVersion {
    /** Current version of the link and peer protocols. */
    public static final int CURRENT = 1;

    private ProtocolVersion() {}
}
