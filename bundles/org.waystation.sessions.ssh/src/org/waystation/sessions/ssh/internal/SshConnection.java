package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;

/** A signed-in SSH connection, with the legs that lead to it. */
final class SshConnection implements RemoteConnection {

    private static final Duration OPEN = Duration.ofSeconds(20);
    private static final String TERMINAL_TYPE = "xterm-256color";

    private final SessionTarget target;
    private final List<SshLeg> legs;
    private final ClientSession session;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicBoolean closedHere = new AtomicBoolean();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    SshConnection(SessionTarget target, List<SshLeg> legs, ClientSession session) {
        this.target = target;
        this.legs = List.copyOf(legs);
        this.session = session;
        session.addSessionListener(new SessionListener() {
            @Override
            public void sessionException(Session which, Throwable fault) {
                broken.compareAndSet(null, fault);
            }
        });
        session.addCloseFutureListener(closed -> ended.complete(true));
    }

    @Override
    public String protection() {
        return session.getNegotiatedKexParameter(KexProposalOption.ALGORITHMS) + ", "
                + session.getNegotiatedKexParameter(KexProposalOption.C2SENC);
    }

    @Override
    public TerminalChannel openTerminal(TerminalSize size) throws SessionFailure, InterruptedException {
        try {
            ChannelShell channel = session.createShellChannel();
            channel.setPtyType(TERMINAL_TYPE);
            channel.setPtyColumns(size.columns());
            channel.setPtyLines(size.rows());
            channel.setRedirectErrorStream(true);
            channel.open().verify(OPEN);
            return new SshTerminal(channel);
        } catch (IOException e) {
            throw SshFaults.of(target, e);
        }
    }

    @Override
    public Optional<RemoteFiles> files() throws SessionFailure, InterruptedException {
        try {
            return Optional.of(new SftpFiles(SftpClientFactory.instance().createSftpClient(session)));
        } catch (IOException e) {
            throw new SessionFailure(
                    Reason.PROTOCOL, target.address() + " has no file transfer (SFTP): " + e.getMessage(), e);
        }
    }

    @Override
    public void onEnd(Consumer<Optional<SessionFailure>> listener) {
        ended.thenRun(() -> listener.accept(closedHere.get() ? Optional.empty() : Optional.of(loss())));
    }

    private SessionFailure loss() {
        Throwable fault = broken.get();
        return new SessionFailure(
                Reason.LOST,
                fault == null
                        ? target.address() + " has closed the connection."
                        : "The connection to " + target.address() + " was lost.",
                fault);
    }

    @Override
    public void close() {
        closedHere.set(true);
        legs.reversed().forEach(SshLeg::close);
    }
}
