package org.droveway.agent.config;

/** The version of this agent, as its build wrote it into the jar. */
public final class AgentVersion {
    /** For example {@code 0.1.0}; {@code unpackaged} when run from a build folder. */
    public static final String CURRENT = ofPackage();

    private AgentVersion() {}

    private static String ofPackage() {
        String version = AgentVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
