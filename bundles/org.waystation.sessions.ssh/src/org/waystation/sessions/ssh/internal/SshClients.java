package org.waystation.sessions.ssh.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** Makes clients that take nothing from the machine they run on: no configuration, keys or known hosts of its user. */
final class SshClients {

    private static final int UNANSWERED_MOST = 3;
    private static final int WORKERS = 1;
    private static final long WINDOW = 512L * 1024;

    private final SshTimings timings;
    private final Optional<AgentSocket> agent;

    SshClients(SshTimings timings, Optional<AgentSocket> agent) {
        this.timings = timings;
        this.agent = agent;
    }

    SshClient make(HostKeyGate gate, SignIn signIn) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(gate);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserInteraction(signIn);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                new WipedPasswordFactory(signIn),
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        agent.ifPresent(client::setAgentFactory);
        CoreModuleProperties.NIO_WORKERS.set(client, WORKERS);
        CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, timings.signIn());
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, timings.keepAlive());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED_MOST);
        CoreModuleProperties.STOP_WAIT_TIME.set(client, Duration.ofSeconds(2));
        return client;
    }
}
