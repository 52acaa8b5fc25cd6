/**
 * Remote sessions: what a protocol implements, and how a screen starts, shows and ends a session. Secrets never stand in
 * these types; they are named by the id of a credential and resolved at the moment of use.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.api.session;
