package org.droveway.agent.ownership;

import java.util.List;
import java.util.Set;

/**
 * How the agent of another manager shows on a host.
 *
 * @param units systemd units that run it
 * @param programs file names among the first arguments of its process
 * @param arguments whole arguments that only its process has
 */
record ForeignAgent(String owner, Set<String> units, Set<String> programs, Set<String> arguments) {
    static final List<ForeignAgent> ALL = List.of(
            new ForeignAgent("oVirt (VDSM)", Set.of("vdsmd.service"), Set.of("vdsmd"), Set.of()),
            new ForeignAgent(
                    "Nova",
                    Set.of("nova-compute.service", "openstack-nova-compute.service", "devstack@n-cpu.service"),
                    Set.of("nova-compute"),
                    Set.of()),
            new ForeignAgent(
                    "OpenNebula",
                    Set.of("opennebula-node.service"),
                    // Started by ssh from the front end, without a unit.
                    Set.of("monitord-client.rb", "collectd-client.rb"),
                    Set.of()),
            new ForeignAgent(
                    "CloudStack", Set.of("cloudstack-agent.service"), Set.of(), Set.of("com.cloud.agent.AgentShell")));

    /** An interpreter and its options come before the program. */
    private static final int FIRST = 4;

    ForeignAgent {
        units = Set.copyOf(units);
        programs = Set.copyOf(programs);
        arguments = Set.copyOf(arguments);
    }

    boolean isProcess(List<String> commandLine) {
        return commandLine.stream().limit(FIRST).anyMatch(argument -> programs.contains(fileName(argument)))
                || commandLine.stream().anyMatch(arguments::contains);
    }

    private static String fileName(String argument) {
        return argument.substring(argument.lastIndexOf('/') + 1);
    }
}
