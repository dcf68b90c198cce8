package org.droveway.agent.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.droveway.protocol.MigrationParameters;

/** The typed parameters that libvirt may hand over, by name, with the values that were agreed in their order. */
final class AgreedParameters {
    /** Passed by libvirt itself, and checked by whoever reads it. */
    static final String XML = "destination_xml";

    private static final String NAME = "destination_name";
    /** libvirt may leave them out of a call. */
    private static final Set<String> OPTIONAL = Set.of(NAME, "bandwidth", "bandwidth.postcopy", "tls.destination");

    private final Map<String, List<Object>> agreed = new HashMap<>();

    AgreedParameters(RelayContract contract) {
        MigrationParameters parameters = contract.parameters();
        agreed.put(NAME, List.of(contract.vm().name()));
        agreed.put("migrate_uri", List.of(contract.migrateUri()));
        agreed.put("listen_address", List.of(contract.listenAddress()));
        String disksUri = contract.disksUri();
        if (disksUri != null) {
            agreed.put("disks_uri", List.of(disksUri));
            agreed.put("migrate_disks", List.copyOf(parameters.copiedDisks()));
        }
        if (parameters.tlsDestination() != null) {
            agreed.put("tls.destination", List.of(parameters.tlsDestination()));
        }
        if (parameters.bandwidthMiBs() != null) {
            agreed.put("bandwidth", List.of(parameters.bandwidthMiBs()));
            if (parameters.mayPostCopy()) {
                agreed.put("bandwidth.postcopy", List.of(parameters.bandwidthMiBs()));
            }
        }
        if (parameters.parallelConnections() != null) {
            agreed.put("parallel.connections", List.of((long) parameters.parallelConnections()));
        }
        if (parameters.compression() != null) {
            agreed.put("compression", List.of(parameters.compression().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What Prepare hands over: nothing that was not agreed, and all that was. Gives the domain XML. */
    String checkPrepare(XdrReader payload) throws RelayViolation {
        Map<String, List<Object>> found = read(payload);
        for (String name : agreed.keySet()) {
            if (!OPTIONAL.contains(name) && !found.containsKey(name)) {
                throw payload.violation(name + " is null, agreed was " + text(agreed.get(name)));
            }
        }
        List<Object> xml = found.getOrDefault(XML, List.of());
        if (xml.size() != 1 || !(xml.get(0) instanceof String domain)) {
            throw payload.violation("there is no domain XML");
        }
        return domain;
    }

    /** What Finish hands over: the VM's name, and nothing that was not agreed. */
    void checkFinish(XdrReader payload) throws RelayViolation {
        if (!read(payload).containsKey(NAME)) {
            throw payload.violation(NAME + " is null, agreed was " + text(agreed.get(NAME)));
        }
    }

    private Map<String, List<Object>> read(XdrReader payload) throws RelayViolation {
        Map<String, List<Object>> found = new HashMap<>();
        for (TypedParam parameter : payload.typedParams()) {
            found.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(parameter.value());
        }
        for (Map.Entry<String, List<Object>> parameter : found.entrySet()) {
            check(payload, parameter.getKey(), parameter.getValue());
        }
        return found;
    }

    private void check(XdrReader payload, String name, List<Object> values) throws RelayViolation {
        List<Object> needed = agreed.get(name);
        if (needed == null && !name.equals(XML)) {
            throw payload.violation("parameter " + name + " is not one that was agreed");
        }
        if (values.size() > (needed == null ? 1 : needed.size())) {
            throw payload.violation("parameter " + name + " comes " + (values.size() == 2 ? "twice" : "too often"));
        }
        if (needed != null && !needed.equals(values)) {
            throw payload.violation(name + " is " + text(values) + ", agreed was " + text(needed));
        }
    }

    private static String text(List<Object> values) {
        return values.size() == 1 ? values.get(0).toString() : values.toString();
    }
}
