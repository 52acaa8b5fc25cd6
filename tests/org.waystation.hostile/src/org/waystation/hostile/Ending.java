package org.waystation.hostile;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Misbehaves as the bundle starts and stops. */
public final class Ending implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Mood.at("start");
        Mood.reached("start");
    }

    @Override
    public void stop(BundleContext context) {
        Mood.at("stop");
    }
}
