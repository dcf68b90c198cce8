/** Who this host is: keys, certificates, whom it trusts, and where QEMU finds its migration certificates. */
@org.jspecify.annotations.NullMarked
package org.droveway.agent.identity;
