/** IP addresses and address ranges as values, read and printed without ever asking a name server. */
@org.jspecify.annotations.NullMarked
package org.droveway.engine.address;
