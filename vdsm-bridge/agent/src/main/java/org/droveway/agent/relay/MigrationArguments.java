package org.droveway.agent.relay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.droveway.agent.libvirt.MigrateFlag;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of Prepare and Finish against the contract. */
final class MigrationArguments {
    private static final Set<String> PARAMETERS = Set.of(
            "destination_xml", "destination_name", "migrate_uri", "bandwidth", "listen_address", "tls.destination");
    private static final int REQUIRED =
            MigrateFlag.maskOf(Set.of(MigrateFlag.LIVE, MigrateFlag.PEER2PEER, MigrateFlag.PAUSED));
    private static final int OPTIONAL = MigrateFlag.maskOf(
            Set.of(MigrateFlag.PERSIST_DEST, MigrateFlag.UNDEFINE_SOURCE, MigrateFlag.CHANGE_PROTECTION));

    private final RelayContract contract;
    private final DomainCheck domain;

    MigrationArguments(RelayContract contract) {
        this.contract = contract;
        this.domain = new DomainCheck(contract.vm());
    }

    /** remote_domain_migrate_prepare3_params_args: parameters, cookie, flags. */
    void checkPrepare(XdrReader payload) throws RelayViolation {
        Map<String, Object> parameters = parameters(payload);
        String cookie = text(payload.opaque());
        int flags = payload.word();
        payload.end();
        checkFlags(payload, flags);
        same(payload, "migrate_uri", contract.migrateUri(), parameters.get("migrate_uri"));
        same(payload, "listen_address", contract.listenAddress(), parameters.get("listen_address"));
        if (!(parameters.get("destination_xml") instanceof String xml)) {
            throw payload.violation("there is no domain XML");
        }
        domain.checkXml(payload, xml);
        domain.checkCookie(payload, cookie);
    }

    /** remote_domain_migrate_finish3_params_args: parameters, cookie, flags, cancelled. */
    void checkFinish(XdrReader payload) throws RelayViolation {
        Map<String, Object> parameters = parameters(payload);
        String cookie = text(payload.opaque());
        int flags = payload.word();
        payload.word();
        payload.end();
        checkFlags(payload, flags);
        same(payload, "destination_name", contract.vm().name(), parameters.get("destination_name"));
        domain.checkCookie(payload, cookie);
    }

    private Map<String, Object> parameters(XdrReader payload) throws RelayViolation {
        Map<String, Object> parameters = new HashMap<>();
        for (TypedParam parameter : payload.typedParams()) {
            if (!PARAMETERS.contains(parameter.name())) {
                throw payload.violation("parameter " + parameter.name() + " is not one that was agreed");
            }
            if (parameters.put(parameter.name(), parameter.value()) != null) {
                throw payload.violation("parameter " + parameter.name() + " comes twice");
            }
        }
        Object name = parameters.get("destination_name");
        if (name != null) {
            same(payload, "destination_name", contract.vm().name(), name);
        }
        return parameters;
    }

    private void checkFlags(XdrReader payload, int flags) throws RelayViolation {
        int required = contract.secure() ? REQUIRED | MigrateFlag.TLS.mask() : REQUIRED;
        if ((flags & required) != required || (flags & ~(required | OPTIONAL)) != 0) {
            throw payload.violation("flags are 0x" + Integer.toHexString(flags) + ", needed 0x"
                    + Integer.toHexString(required) + " and at most 0x" + Integer.toHexString(required | OPTIONAL));
        }
    }

    private static void same(XdrReader payload, String name, String needed, @Nullable Object found)
            throws RelayViolation {
        if (!needed.equals(found)) {
            throw payload.violation(name + " is " + found + ", agreed was " + needed);
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
