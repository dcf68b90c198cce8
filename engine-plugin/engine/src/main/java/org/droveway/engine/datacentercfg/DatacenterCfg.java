package org.droveway.engine.datacentercfg;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.digest.Sha256;
import org.droveway.engine.inventory.MigrationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A datacenter.cfg. It keeps every byte: line ends, blanks, comments, other keys, what is no UTF-8. Only the line that says the
 * migration policy is understood, and only that one is ever changed. Immutable.
 */
public final class DatacenterCfg {
    /** The largest file that is read, bytes; as Proxmox has it. */
    public static final int MAX_BYTES = 1 << 20;

    /** A file without a byte. */
    public static final DatacenterCfg EMPTY = parse(new byte[0]);

    private final List<CfgLine> lines;
    private final @Nullable PolicyLine policyLine;

    private DatacenterCfg(List<CfgLine> lines) {
        this.lines = List.copyOf(lines);
        this.policyLine = new CfgReader().read(lines);
    }

    /**
     * Reads a file.
     *
     * @throws CfgSyntaxException with every error, if there is any
     */
    public static DatacenterCfg parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new CfgSyntaxException(
                    List.of(new CfgError(1, 1, file.length + " bytes", "at most " + MAX_BYTES + " bytes")));
        }
        return new DatacenterCfg(CfgLine.split(file));
    }

    /** What {@code migration}, or the old {@code migration_unsecure}, says; null if neither is there. */
    public @Nullable MigrationPolicy policy() {
        return policyLine == null ? null : policyLine.policy();
    }

    /**
     * The file with this policy, or without any. A policy that is there keeps its place, one that is not comes to the end; all
     * other bytes stay, except that a last line without line feed gets one if a line comes behind it.
     */
    public DatacenterCfg with(@Nullable MigrationPolicy policy) {
        if (policyLine == null) {
            return policy == null ? this : appended(policy);
        }
        if (policyLine.policy().equals(policy)) {
            return this;
        }
        List<CfgLine> changed = new ArrayList<>(lines);
        CfgLine line = changed.remove(policyLine.index());
        if (policy != null) {
            changed.add(policyLine.index(), new CfgLine(policyLine.with(line.bytes(), policy), line.ended()));
        }
        return new DatacenterCfg(changed);
    }

    private DatacenterCfg appended(MigrationPolicy policy) {
        List<CfgLine> changed = new ArrayList<>(lines);
        boolean ended = true;
        String end = lines.stream().anyMatch(line -> line.ended() && line.endsWithCarriageReturn()) ? "\r" : "";
        if (!changed.isEmpty() && !changed.get(changed.size() - 1).ended()) {
            ended = false;
            CfgLine last = changed.remove(changed.size() - 1);
            changed.add(new CfgLine(last.endsWithCarriageReturn() ? last.bytes() : last.bytes() + end, true));
        }
        String line = CfgKey.MIGRATION.word() + ": " + policy.text();
        changed.add(new CfgLine(ended ? line + end : line, ended));
        return new DatacenterCfg(changed);
    }

    /** The file. */
    public byte[] bytes() {
        return CfgLine.join(lines);
    }

    /** SHA-256 of the file, 64 hexadecimal digits. */
    public String digest() {
        return Sha256.of(bytes());
    }
}
