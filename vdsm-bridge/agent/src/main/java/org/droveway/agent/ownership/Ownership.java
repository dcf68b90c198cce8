package org.droveway.agent.ownership;

import java.nio.file.Path;
import java.util.Optional;

/** Which other manager has a VM of this host, or all of them. What a VM's own metadata says is in its description. */
public final class Ownership {
    private final Pacemaker pacemaker;
    private final RunningAgents agents;

    /** @param root {@code /} but for tests */
    public Ownership(Path root) {
        this.pacemaker = new Pacemaker(root);
        this.agents = new RunningAgents(root);
    }

    /** The owner, in words, of the VM of this name; reads the host's files and processes anew. */
    public Optional<String> ownerOf(String vm) {
        return pacemaker.find(vm).or(agents::find);
    }
}
