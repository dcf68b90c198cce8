package org.droveway.agent.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** A migration of vm1 as the relay sees it; tests change one thing each. */
final class Prepared {
    static final String ID = "d70e3a1b-0000-4000-8000-000000000001";
    static final int FLAGS = 1 | 2 | 8 | 16 | 32;
    static final int TLS = 1 << 16;

    final Map<String, Object> parameters = new LinkedHashMap<>();
    String cookie = "<qemu-migration><name>vm1</name><uuid>" + ID + "</uuid></qemu-migration>";
    int flags = FLAGS;

    Prepared() {
        parameters.put("destination_xml", domain("vm1", ID, ""));
        parameters.put("migrate_uri", "tcp://10.62.0.12:61000");
        parameters.put("listen_address", "10.62.0.12");
    }

    static String domain(String name, String id, String more) {
        return "<domain type='qemu'><name>" + name + "</name><uuid>" + id + "</uuid><memory unit='MiB'>512</memory>"
                + "<os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os><devices>"
                + "<emulator>/usr/bin/qemu-system-x86_64</emulator>"
                + "<disk type='block' device='disk'><source dev='/dev/shared/vm1'/><target dev='vda'/></disk>"
                + "</devices>" + more + "</domain>";
    }

    static RelayContract contract(boolean secure) {
        return contract(new MigrationParameters(secure ? Security.SECURE : Security.INSECURE, 100L, null, "h2"), null);
    }

    static RelayContract contract(MigrationParameters parameters, @Nullable Integer disksPort) {
        return new RelayContract(
                DomainDescription.parse(domain("vm1", ID, "")),
                "10.62.0.12",
                61000,
                disksPort,
                parameters,
                Map.of("vda", 32L << 20),
                false,
                "qemu:///system");
    }

    static RelayContract contract(DomainDescription vm, String listenAddress) {
        RelayContract usual = contract(false);
        return new RelayContract(
                vm, listenAddress, 61000, null, usual.parameters(), usual.diskBytes(), false, usual.libvirtUri());
    }

    Prepared with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    Prepared without(String name) {
        parameters.remove(name);
        return this;
    }

    Prepared flags(int other) {
        flags = other;
        return this;
    }

    Prepared cookie(String other) {
        cookie = other;
        return this;
    }

    byte[] prepare() {
        return body().bytes();
    }

    byte[] finish(int cancelled) {
        return body().word(cancelled).bytes();
    }

    static Prepared forFinish() {
        Prepared finish = new Prepared();
        finish.parameters.clear();
        return finish.with("destination_name", "vm1");
    }

    /** A list stands for a parameter that comes more than once. */
    private static List<?> values(Object value) {
        return value instanceof List<?> several ? several : List.of(value);
    }

    private static void param(Xdr xdr, String name, Object value) {
        if (value instanceof Long number) {
            xdr.param(name, number);
        } else if (value instanceof Integer number) {
            xdr.param(name, number);
        } else {
            xdr.param(name, (String) value);
        }
    }

    private Xdr body() {
        int count = parameters.values().stream()
                .mapToInt(value -> values(value).size())
                .sum();
        Xdr xdr = new Xdr().word(count);
        parameters.forEach((name, value) -> values(value).forEach(one -> param(xdr, name, one)));
        return xdr.opaque(
                        cookie.isEmpty()
                                ? new byte[0]
                                : (cookie + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .word(flags);
    }
}
