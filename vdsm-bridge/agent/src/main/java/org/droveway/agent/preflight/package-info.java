/** What would make libvirt or QEMU refuse a migration, looked at before: rows of docs/preflight.md; decisions pure, facts by {@link HostSurvey}. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.preflight;
