package org.droveway.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build put into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Drovectl.class.getPackage().getImplementationVersion();
        return new String[] {"drovectl " + (version == null ? "(not packaged)" : version)};
    }
}
