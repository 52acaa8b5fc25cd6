/**
 * A seeded simulation of workstations, their server and all that can go wrong between them: virtual time, the real store,
 * the real engine, the real client and the server's real rules.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.simulation;
