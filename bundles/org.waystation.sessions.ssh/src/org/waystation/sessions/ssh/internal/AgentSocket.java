package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Reaches the agent of the machine's user (SSH_AUTH_SOCK) over its socket; never forwards it to a remote machine. */
final class AgentSocket implements SshAgentFactory {

    private final Path socket;

    private AgentSocket(Path socket) {
        this.socket = socket;
    }

    static Optional<AgentSocket> ofEnvironment() {
        return at(System.getenv("SSH_AUTH_SOCK"));
    }

    static Optional<AgentSocket> at(@org.jspecify.annotations.Nullable String place) {
        if (place == null || place.isBlank() || !Files.exists(Path.of(place))) {
            return Optional.empty();
        }
        return Optional.of(new AgentSocket(Path.of(place)));
    }

    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of();
    }

    @Override
    public SshAgent createClient(Session session, FactoryManager manager) throws IOException {
        return new Agent(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) {
        throw new UnsupportedOperationException("The agent is not forwarded.");
    }

    /** The agent's protocol over the socket: a length, then a message (draft-miller-ssh-agent). */
    private static final class Agent extends AbstractAgentProxy {

        private static final int ANSWER_MOST = 256 * 1024;

        private final SocketChannel channel;

        Agent(SocketChannel channel) {
            super(null);
            this.channel = channel;
        }

        @Override
        protected synchronized Buffer request(Buffer buffer) throws IOException {
            ByteBuffer out = ByteBuffer.wrap(buffer.array(), buffer.rpos(), buffer.available());
            while (out.hasRemaining()) {
                channel.write(out);
            }
            int length = read(Integer.BYTES).getInt();
            if (length <= 0 || length > ANSWER_MOST) {
                throw new IOException("The agent gave an answer of " + length + " bytes.");
            }
            return new ByteArrayBuffer(read(length).array());
        }

        private ByteBuffer read(int length) throws IOException {
            ByteBuffer in = ByteBuffer.allocate(length);
            while (in.hasRemaining()) {
                if (channel.read(in) < 0) {
                    throw new IOException("The agent has hung up.");
                }
            }
            return in.flip();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
            super.close();
        }
    }
}
