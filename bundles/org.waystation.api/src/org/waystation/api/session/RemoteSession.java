package org.waystation.api.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.work.WorkProgress;

/** One session, from its start to its end. Callable from any thread; calls return at once. */
@ProviderType
public interface RemoteSession {

    UUID id();

    SessionRequest request();

    SessionState state();

    Instant startedAt();

    /** Since it was live first, from a monotonic clock, until now or its end; zero before. */
    Duration elapsed();

    /** Calls the listener, on a thread of the sessions, after each change of the state. */
    AutoCloseable onChange(Runnable listener);

    /** Answers the question that the state holds; an answer to another one is ignored. The text is wiped. */
    void answer(SessionState.Asking question, Optional<char[]> text);

    /** Opens another terminal; its output goes to the sink until it ends. Only the session's first one is recorded. */
    CompletionStage<Terminal> openTerminal(TerminalSize size, TerminalSink sink);

    /** Works on the remote files, one thing after the other; transfers are told to the audit trail. */
    <T> CompletionStage<T> withFiles(String title, FilesWork<T> work);

    /** Tries again after it was lost or not reached; terminals are opened anew. */
    void reconnect();

    /**
     * After {@link SessionFailure.Reason#HOST_KEY_CHANGED}: forgets the key that the host was known by, which the audit
     * trail keeps, and connects again, so that the new key is asked about. Does nothing in any other state.
     */
    void forgetHostKey();

    /** Ends it: connection, terminals, recording. */
    void end();

    /** A terminal that is open. */
    interface Terminal {

        /** Queues input; never waits. */
        void write(byte[] bytes);

        void resize(TerminalSize size);

        void close();
    }

    /** Takes the output of a terminal, on a thread of its own; the remote side waits for it. */
    interface TerminalSink {

        /** @param bytes valid during the call only */
        void output(byte[] bytes, int length);

        /** The terminal has ended. */
        void closed();
    }

    /** What is done with the remote files. */
    @FunctionalInterface
    interface FilesWork<T> {

        T run(RemoteFiles files, WorkProgress progress) throws Exception;
    }
}
