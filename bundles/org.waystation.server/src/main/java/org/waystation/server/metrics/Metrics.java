package org.waystation.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Counts and times of this process, as Prometheus reads them. Names of people, companies and tickets are in none. */
public final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests;
    private final Histogram durations;

    public Metrics() {
        JvmMetrics.builder().register(registry);
        requests = Counter.builder()
                .name("waystation_http_requests_total")
                .help("Requests that were answered, by the template of their path.")
                .labelNames("method", "route", "status")
                .register(registry);
        durations = Histogram.builder()
                .name("waystation_http_request_duration_seconds")
                .help("From the request's head to the answer's last byte.")
                .unit(Unit.SECONDS)
                .labelNames("route")
                .classicUpperBounds(.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
                .register(registry);
    }

    /** A value that is asked for when it is read. */
    public Metrics gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
        return this;
    }

    /**
     * One request was answered.
     *
     * @param route the template of its path, so that ids do not make a metric each
     */
    public void answered(String method, String route, int status, Duration took) {
        requests.labelValues(method, route, Integer.toString(status)).inc();
        durations.labelValues(route).observe(took.toNanos() / 1e9);
    }

    /** In Prometheus's text form. */
    public byte[] text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
        return out.toByteArray();
    }

    /** The media type of {@link #text}. */
    public static String mediaType() {
        return PrometheusTextFormatWriter.CONTENT_TYPE;
    }
}
