package org.waystation.sshd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between client and server and can fall silent, as a network that is gone does: no byte, no end. */
public final class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket listening;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** @param target loopback port; 0 for nobody, so that a connection is taken and nothing is ever said */
    public Relay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("relay").daemon().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on nothing gets through, in either direction. */
    public void fallSilent() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                if (target != 0) {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(server);
                    pump(client, server);
                    pump(server, client);
                }
            }
        } catch (IOException e) {
            silent = true; // closed
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofPlatform().name("relay-pump").daemon().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[16 * 1024];
                int length = in.read(buffer);
                while (length >= 0) {
                    if (!silent) {
                        out.write(buffer, 0, length);
                        out.flush();
                    }
                    length = in.read(buffer);
                }
            } catch (IOException e) {
                sockets.remove(from); // one side is gone, so is the other
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
