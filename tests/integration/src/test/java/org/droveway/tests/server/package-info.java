/** The server the tests run in: the one that is delivered, with a management interface and ports of its own. */
@org.jspecify.annotations.NullMarked
package org.droveway.tests.server;
