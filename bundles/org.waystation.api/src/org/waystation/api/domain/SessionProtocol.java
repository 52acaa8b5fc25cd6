package org.waystation.api.domain;

import java.util.List;

/** How a remote session reaches its asset. */
public record SessionProtocol(String code) implements Term {

    public static final SessionProtocol SSH = new SessionProtocol("ssh");
    public static final SessionProtocol RDP = new SessionProtocol("rdp");
    public static final SessionProtocol VNC = new SessionProtocol("vnc");
    public static final SessionProtocol SERIAL = new SessionProtocol("serial");
    public static final SessionProtocol TELNET = new SessionProtocol("telnet");
    public static final SessionProtocol WEB = new SessionProtocol("web");
    public static final SessionProtocol COMMAND = new SessionProtocol("command");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<SessionProtocol> KNOWN = List.of(SSH, RDP, VNC, SERIAL, TELNET, WEB, COMMAND);
}
