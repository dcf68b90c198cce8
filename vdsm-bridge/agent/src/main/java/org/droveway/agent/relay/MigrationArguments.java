package org.droveway.agent.relay;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.droveway.agent.libvirt.MigrateFlag;

/** Checks the arguments of Prepare and Finish against the contract. */
final class MigrationArguments {
    private static final int OPTIONAL = MigrateFlag.maskOf(
            Set.of(MigrateFlag.PERSIST_DEST, MigrateFlag.UNDEFINE_SOURCE, MigrateFlag.CHANGE_PROTECTION));

    private final AgreedParameters parameters;
    private final DomainCheck domain;
    private final int required;

    MigrationArguments(RelayContract contract) {
        this.parameters = new AgreedParameters(contract);
        this.domain = new DomainCheck(contract.vm(), contract.diskBytes());
        this.required = MigrateFlag.maskOf(MigrateFlag.agreed(contract.parameters()))
                | (contract.resume() ? MigrateFlag.POSTCOPY_RESUME.mask() : 0);
    }

    /** remote_domain_migrate_prepare3_params_args: parameters, cookie, flags. */
    void checkPrepare(XdrReader payload) throws RelayViolation {
        String xml = parameters.checkPrepare(payload);
        String cookie = text(payload.opaque());
        int flags = payload.word();
        payload.end();
        checkFlags(payload, flags);
        domain.checkXml(payload, xml);
        domain.checkCookie(payload, cookie);
    }

    /** remote_domain_migrate_finish3_params_args: parameters, cookie, flags, cancelled. */
    void checkFinish(XdrReader payload) throws RelayViolation {
        parameters.checkFinish(payload);
        String cookie = text(payload.opaque());
        int flags = payload.word();
        payload.word();
        payload.end();
        checkFlags(payload, flags);
        domain.checkCookie(payload, cookie);
    }

    private void checkFlags(XdrReader payload, int flags) throws RelayViolation {
        if ((flags & required) != required || (flags & ~(required | OPTIONAL)) != 0) {
            throw payload.violation("flags are 0x" + Integer.toHexString(flags) + ", needed 0x"
                    + Integer.toHexString(required) + " and at most 0x" + Integer.toHexString(required | OPTIONAL));
        }
    }

    /** libvirt's cookies are text that ends with a zero byte. */
    private static String text(byte[] cookie) {
        int length = cookie.length;
        while (length > 0 && cookie[length - 1] == 0) {
            length--;
        }
        return new String(cookie, 0, length, StandardCharsets.UTF_8);
    }
}
