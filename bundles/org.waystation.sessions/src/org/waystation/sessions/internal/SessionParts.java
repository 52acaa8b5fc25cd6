package org.waystation.sessions.internal;

import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.internal.recording.Recordings;

/** What a session works with. */
record SessionParts(
        SessionThreads threads,
        Protocols protocols,
        HostKeys hostKeys,
        CredentialVault vault,
        Recordings recordings,
        Journal journal) {}
