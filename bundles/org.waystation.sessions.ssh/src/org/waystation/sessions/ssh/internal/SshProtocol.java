package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.forward.ExplicitPortForwardingTracker;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionProtocol;
import org.waystation.api.session.SessionTarget;

/** SSH. Each session has a client of its own, so that nothing of one can hold up another. */
@Component(service = SessionProtocol.class)
public final class SshProtocol implements SessionProtocol {

    private static final int PORT = 22;

    private final StoredKnownHosts hosts;
    private final SshTimings timings;
    private final Optional<AgentSocket> agent;

    @Activate
    public SshProtocol(@Reference StoredKnownHosts hosts) {
        this(hosts, SshTimings.USUAL, AgentSocket.ofEnvironment());
    }

    SshProtocol(StoredKnownHosts hosts, SshTimings timings) {
        this(hosts, timings, Optional.empty());
    }

    SshProtocol(StoredKnownHosts hosts, SshTimings timings, Optional<AgentSocket> agent) {
        this.hosts = hosts;
        this.timings = timings;
        this.agent = agent;
    }

    @Override
    public String id() {
        return "ssh";
    }

    @Override
    public String label() {
        return "SSH";
    }

    @Override
    public int defaultPort() {
        return PORT;
    }

    @Override
    public RemoteConnection connect(SessionTarget target, SessionPrompts prompts)
            throws SessionFailure, InterruptedException {
        List<SshLeg> legs = new ArrayList<>();
        try {
            SshdSocketAddress at = new SshdSocketAddress(target.host(), target.port());
            Optional<ExplicitPortForwardingTracker> way = Optional.empty();
            if (target.jump().isPresent()) {
                SshLeg jump = signedIn(target.jump().get(), at(target.jump().get()), prompts);
                legs.add(jump);
                way = Optional.of(wayThrough(jump.session(), target));
                at = way.get().getBoundAddress();
            }
            SshLeg last = signedIn(target, at, prompts);
            legs.add(last);
            if (way.isPresent()) {
                way.get().close(); // takes no further connection; the one that was made goes on
            }
            return new SshConnection(target, legs, last.session());
        } catch (IOException e) {
            legs.reversed().forEach(SshLeg::close);
            throw SshFaults.of(target, e);
        } catch (InterruptedException | RuntimeException e) {
            legs.reversed().forEach(SshLeg::close);
            throw e;
        }
    }

    private static SshdSocketAddress at(SessionTarget target) {
        return new SshdSocketAddress(target.host(), target.port());
    }

    /** A way through the jump host: a loopback port of the system's choice, until the one connection is made. */
    private static ExplicitPortForwardingTracker wayThrough(ClientSession jump, SessionTarget target)
            throws IOException {
        return jump.createLocalPortForwardingTracker(
                new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress(target.host(), target.port()));
    }

    private SshLeg signedIn(SessionTarget target, SshdSocketAddress at, SessionPrompts prompts)
            throws IOException, InterruptedException {
        Optional<PublicKey> known = hosts.find(target.address());
        HostKeyGate gate = new HostKeyGate(known);
        try {
            return attempt(target, at, prompts, gate);
        } catch (IOException e) {
            PublicKey shown = gate.refused().orElseThrow(() -> e);
            if (known.isPresent()) {
                throw SshFaults.hostKeyChanged(target, known.get(), shown);
            }
            if (!prompts.trust(target, KeyUtils.getKeyType(shown), KeyUtils.getFingerPrint(shown))) {
                throw new SessionFailure(
                        Reason.HOST_NOT_TRUSTED, "The key of " + target.address() + " was not trusted.", e);
            }
            hosts.trust(target.address(), shown);
            return attempt(target, at, prompts, new HostKeyGate(Optional.of(shown)));
        }
    }

    private SshLeg attempt(SessionTarget target, SshdSocketAddress at, SessionPrompts prompts, HostKeyGate gate)
            throws IOException, InterruptedException {
        prompts.progress("Connecting to " + target.address());
        SignIn signIn = new SignIn(target, prompts);
        SshClient client = new SshClients(timings, agent).make(gate, signIn);
        client.start();
        try {
            ClientSession session = client.connect(
                            target.user().isEmpty() ? signIn.user() : target.user(), at.toInetSocketAddress())
                    .verify(timings.connect())
                    .getSession();
            SshFaults.awaitHandshake(session, target, timings.handshake());
            prompts.progress("Signing in");
            signIn.run(session, timings.signIn());
            return new SshLeg(client, session);
        } catch (IOException | InterruptedException | RuntimeException e) {
            client.stop();
            throw e;
        } finally {
            signIn.close();
        }
    }
}
