package org.droveway.engine.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.host.HostReport;

/**
 * The QEMU that a host reports. One that is not known counts as older than any.
 *
 * @param words for people
 */
record QemuVersion(int major, int minor, String words) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(\\D.*)?");

    static QemuVersion of(Host host) {
        HostReport report = host.report();
        String text = report == null || report.qemuVersion() == null ? "" : report.qemuVersion();
        Matcher version = FORM.matcher(text);
        return version.matches()
                ? new QemuVersion(
                        Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)), "QEMU " + text)
                : new QemuVersion(0, 0, "a QEMU of unknown version");
    }

    boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
