package org.waystation.plugins.ui.tests;

import java.util.Map;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;

/** What the launcher would say of the product. */
record TestApplicationContext(Map<String, String> branding) implements IApplicationContext {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Map getArguments() {
        return Map.of(APPLICATION_ARGS, new String[0]);
    }

    @Override
    public void applicationRunning() {
        // There is no splash screen to take down.
    }

    @Override
    public String getBrandingApplication() {
        return "org.waystation.product.application";
    }

    @Override
    public String getBrandingName() {
        return "Waystation";
    }

    @Override
    public String getBrandingDescription() {
        return "";
    }

    @Override
    public String getBrandingId() {
        return "org.waystation.product.product";
    }

    @Override
    public String getBrandingProperty(String key) {
        return branding.get(key);
    }

    @Override
    public Bundle getBrandingBundle() {
        return org.eclipse.core.runtime.Platform.getBundle("org.waystation.product");
    }

    @Override
    public void setResult(Object result, org.eclipse.equinox.app.IApplication application) {
        throw new IllegalStateException("the program gives its result by returning");
    }
}
